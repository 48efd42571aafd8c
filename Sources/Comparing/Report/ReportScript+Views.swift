extension ReportScript {
    /// What the viewer shows: videos or stills, side by side, in turns, parted or as a difference.
    static let views = #"""

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
        /* The middle of a frame: its edges are not exact in any player. */
        const middle = index => (Math.floor(index + 0.01) + 0.5) * frame;
        look = time => {
          if (source === "video") { pause(); go(middle(time * data.fps)); return; }
          const gaps = stills.map(figure => Math.abs(Number(figure.dataset.time) - time));
          showStill(gaps.indexOf(Math.min(...gaps)));
        };
        const step = count => {
          if (source === "still") { showStill(still + count); return; }
          pause();
          go(middle(wanted * data.fps) + count * frame);
        };

        """#
}
