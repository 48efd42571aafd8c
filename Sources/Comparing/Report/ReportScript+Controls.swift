extension ReportScript {
    /// What people press, drag and type.
    static let controls = #"""

        all("button[data-mode]").forEach(button =>
          button.addEventListener("click", () => setMode(button.dataset.mode)));
        all("[data-source]").forEach(button =>
          button.addEventListener("click", () => choose(button.dataset.source)));
        all("[data-still]").forEach(button => button.addEventListener("click", () => {
          still = Number(button.dataset.still);
          choose("still");
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
          const move = {ArrowLeft: -2, ArrowRight: 2, Home: -100, End: 100}[event.key];
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
            if (stills.length) choose("still");
            else viewer.querySelectorAll(".stage, .bar").forEach(part => { part.hidden = true; });
          };
          for (const video of [a, b]) {
            video.addEventListener("error", fail, {once: true});
            if (video.error) fail();
          }
        }

        """#
}
