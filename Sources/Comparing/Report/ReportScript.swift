/// What moves in the report: the viewer over both videos, and the charts' reading.
enum ReportScript {
    static let text = #"""

        "use strict";
        (() => {
        const data = JSON.parse(document.getElementById("data").textContent);
        const all = selector => [...document.querySelectorAll(selector)];
        const one = selector => document.querySelector(selector);
        const two = number => String(number).padStart(2, "0");
        const moment = seconds => {
          const hundredths = Math.round(Math.max(seconds, 0) * 100);
          return `${Math.floor(hundredths / 6000)}:${two(Math.floor(hundredths / 100) % 60)}.` +
            two(hundredths % 100);
        };
        const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

        /* Charts: a line at the moment that is looked at, values under the pointer. */
        const charts = all("svg.chart");
        const place = time => charts.forEach(svg => {
          const share = clamp(time / data.charts[svg.dataset.chart].length, 0, 1);
          const x = share * (data.right - data.left);
          svg.querySelector(".playhead").setAttribute("transform", `translate(${x.toFixed(1)})`);
        });
        const timeAt = (svg, event) => {
          const box = svg.getBoundingClientRect();
          const x = (event.clientX - box.left) / box.width * 1080;
          const share = clamp((x - data.left) / (data.right - data.left), 0, 1);
          return share * data.charts[svg.dataset.chart].length;
        };
        const nearest = (points, time) => {
          let low = 0, high = points.length - 1;
          while (high - low > 1) {
            const middle = (low + high) >> 1;
            if (points[middle][0] < time) low = middle; else high = middle;
          }
          return time - points[low][0] < points[high][0] - time ? points[low] : points[high];
        };
        charts.forEach(svg => {
          const chart = data.charts[svg.dataset.chart];
          const output = one(`output[data-for="${svg.dataset.chart}"]`);
          svg.addEventListener("pointermove", event => {
            const time = timeAt(svg, event);
            const values = chart.lines.map(line =>
              `${line.name} ${nearest(line.points, time)[1].toFixed(chart.digits)}`);
            output.value = `${moment(time)}   ${values.join("   ")} ${chart.unit}`;
          });
          svg.addEventListener("pointerleave", () => { output.value = ""; });
          svg.addEventListener("click", event => look(timeAt(svg, event)));
        });

        /* The viewer. */
        const viewer = one("#viewer");
        let look = () => {};
        if (!viewer) { place(0); return; }
        viewer.hidden = false;
        const stage = one("#stage"), handle = one(".handle"), heat = one(".stage .heat");
        const layers = {a: one(".layer.a"), b: one(".layer.b")};
        const pictures = {a: layers.a.querySelector("img"), b: layers.b.querySelector("img")};
        const a = layers.a.querySelector("video"), b = layers.b.querySelector("video");
        const stills = all(".still");
        const seek = one("#seek"), clock = one("#clock"), play = one("#play");
        const frame = 1 / data.fps;
        let source = a ? "video" : "still", still = 0, wanted = 0, timer = 0;

        /* B's time for a time of A: positive offsets mean that B is late. */
        const timeOfB = time => Math.max(time * data.speed + data.offset, 0);
        const length = () => (a && Number.isFinite(a.duration) ? a.duration : data.seconds) || 1;
        const isPlaying = () => a && !a.paused && !a.ended;

        const show = time => {
          seek.value = time / length();
          clock.value = `${moment(time)} / ${moment(length())}`;
          place(time);
        };
        const go = time => {
          wanted = clamp(time, 0, Math.max(length() - frame / 2, 0));
          a.currentTime = wanted;
          b.currentTime = timeOfB(wanted);
          show(wanted);
        };
        const pause = () => { a.pause(); b.pause(); };
        const start = async () => {
          if (a.ended || a.currentTime > length() - frame) go(0);
          b.currentTime = timeOfB(a.currentTime);
          try { await Promise.all([a.play(), b.play()]); } catch (_) { pause(); }
        };
        const toggle = () => { if (isPlaying()) pause(); else start(); };

        /* B follows A: small lags by its speed, large ones by a jump. */
        const follow = () => {
          if (!isPlaying()) return;
          const lag = timeOfB(a.currentTime) - b.currentTime;
          const speed = a.playbackRate * data.speed;
          if (Math.abs(lag) > 0.3) b.currentTime = timeOfB(a.currentTime);
          b.playbackRate = Math.abs(lag) > 0.01 ? speed * clamp(1 + lag, 0.9, 1.1) : speed;
          show(a.currentTime);
          requestAnimationFrame(follow);
        };

        const showStill = index => {
          if (!stills.length) return;
          still = (index + stills.length) % stills.length;
          const figure = stills[still], seen = figure.querySelector(".h");
          pictures.a.src = figure.querySelector(".a").src;
          pictures.b.src = figure.querySelector(".b").src;
          if (seen) heat.src = seen.src; else heat.removeAttribute("src");
          const time = Number(figure.dataset.time);
          clock.value = `${moment(time)}   frame ${still + 1} of ${stills.length}`;
          place(time);
          refresh();
        };
        const refresh = () => {
          const isStill = source === "still";
          for (const side of ["a", "b"]) {
            pictures[side].hidden = !isStill;
            const video = layers[side].querySelector("video");
            if (video) video.hidden = isStill;
          }
          heat.hidden = !(isStill && viewer.dataset.mode === "heat" && heat.hasAttribute("src"));
          viewer.classList.toggle("stills-only", isStill);
          all("[data-source]").forEach(button =>
            button.setAttribute("aria-pressed", button.dataset.source === source));
        };
        const choose = name => {
          source = name;
          if (source === "still") { if (a) pause(); showStill(still); } else { show(wanted); }
          refresh();
        };
        const setMode = mode => {
          viewer.dataset.mode = mode;
          all("button[data-mode]").forEach(button =>
            button.setAttribute("aria-pressed", button.dataset.mode === mode));
          clearInterval(timer);
          stage.classList.remove("flip");
          if (mode === "flicker") timer = setInterval(() => stage.classList.toggle("flip"), 500);
          refresh();
        };
        look = time => {
          if (source === "video") { pause(); go(time); return; }
          const gaps = stills.map(figure => Math.abs(Number(figure.dataset.time) - time));
          showStill(gaps.indexOf(Math.min(...gaps)));
        };
        const step = count => {
          if (source === "still") { showStill(still + count); return; }
          pause();
          /* The middle of a frame: its edges are not exact in any player. */
          go((Math.floor(wanted * data.fps + 0.01) + count + 0.5) * frame);
        };

        all("button[data-mode]").forEach(button =>
          button.addEventListener("click", () => setMode(button.dataset.mode)));
        all("[data-source]").forEach(button =>
          button.addEventListener("click", () => choose(button.dataset.source)));
        all("[data-still]").forEach(button => button.addEventListener("click", () => {
          still = Number(button.dataset.still);
          choose("still");
          viewer.scrollIntoView({block: "center", behavior: "smooth"});
        }));
        all("button.time").forEach(button => button.addEventListener("click", () => {
          look(Number(button.dataset.time));
          viewer.scrollIntoView({block: "center", behavior: "smooth"});
        }));
        one("#back").addEventListener("click", () => step(-1));
        one("#forth").addEventListener("click", () => step(1));

        const cut = share => {
          const percent = clamp(share * 100, 0, 100);
          stage.style.setProperty("--cut", `${percent.toFixed(2)}%`);
          handle.setAttribute("aria-valuenow", Math.round(percent));
        };
        const drag = event => {
          if (viewer.dataset.mode !== "slider") return;
          if (event.type === "pointerdown") stage.setPointerCapture(event.pointerId);
          else if (!stage.hasPointerCapture(event.pointerId)) return;
          const box = stage.getBoundingClientRect();
          cut((event.clientX - box.left) / box.width);
        };
        stage.addEventListener("pointerdown", drag);
        stage.addEventListener("pointermove", drag);
        handle.addEventListener("keydown", event => {
          const move = {ArrowLeft: -2, ArrowRight: 2}[event.key];
          if (!move) return;
          cut((Number(handle.getAttribute("aria-valuenow")) + move) / 100);
          event.preventDefault();
          event.stopPropagation();
        });

        document.addEventListener("keydown", event => {
          if (event.target.closest("input, select") || event.ctrlKey || event.metaKey) return;
          const modes = ["side", "flicker", "slider", "heat"];
          if (event.key === " " && source === "video" && !event.target.closest("button")) toggle();
          else if (event.key === "ArrowLeft") step(-1);
          else if (event.key === "ArrowRight") step(1);
          else if (modes[Number(event.key) - 1]) setMode(modes[Number(event.key) - 1]);
          else return;
          event.preventDefault();
        });

        if (a) {
          const hear = () => {
            const side = one("#sound").value;
            a.muted = side !== "a";
            b.muted = side !== "b";
          };
          hear();
          play.addEventListener("click", toggle);
          seek.addEventListener("input", () => { pause(); go(Number(seek.value) * length()); });
          one("#sound").addEventListener("change", hear);
          one("#speed").addEventListener("change", event => {
            a.playbackRate = Number(event.target.value);
          });
          a.addEventListener("play", () => {
            viewer.classList.add("playing");
            play.setAttribute("aria-label", "Pause");
            requestAnimationFrame(follow);
          });
          a.addEventListener("pause", () => {
            viewer.classList.remove("playing");
            play.setAttribute("aria-label", "Play");
            wanted = a.currentTime;
            b.pause();
            if (!a.ended) b.currentTime = timeOfB(wanted);
          });
          a.addEventListener("loadedmetadata", () => show(wanted));
          b.addEventListener("loadedmetadata", () => { b.currentTime = timeOfB(wanted); });
          const fail = () => {
            one(".missing").hidden = false;
            all('[data-source="video"]').forEach(button => { button.disabled = true; });
            if (stills.length) choose("still"); else viewer.querySelector(".stage").hidden = true;
          };
          for (const video of [a, b]) {
            video.addEventListener("error", fail, {once: true});
            if (video.error) fail();
          }
        }
        setMode("side");
        if (source === "still") showStill(0); else show(0);
        })();

        """#
}
