extension ReportScript {
    /// Both videos in step: B follows A.
    static let player = #"""

        /* The viewer. */
        const viewer = one("#viewer");
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
        const placeInB = time => time * data.speed + data.offset;
        const timeOfB = time => Math.max(placeInB(time), 0);
        /* One may start later or end sooner: B waits there. */
        const isInB = time =>
          placeInB(time) >= 0 && placeInB(time) < (Number.isFinite(b.duration) ? b.duration : 1e9);
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
          const both = isInB(a.currentTime) ? [a, b] : [a];
          try { await Promise.all(both.map(video => video.play())); } catch (_) { pause(); }
        };
        const toggle = () => { if (isPlaying()) pause(); else start(); };

        /* B follows A: small lags by its speed, large ones by a jump. */
        const follow = () => {
          if (!isPlaying()) return;
          if (isInB(a.currentTime)) {
            const lag = timeOfB(a.currentTime) - b.currentTime;
            const speed = a.playbackRate * data.speed;
            if (Math.abs(lag) > 0.3) b.currentTime = timeOfB(a.currentTime);
            b.playbackRate = Math.abs(lag) > 0.01 ? speed * clamp(1 + lag, 0.9, 1.1) : speed;
            if (b.paused) b.play().catch(() => {});
          } else if (!b.paused) b.pause();
          show(a.currentTime);
          requestAnimationFrame(follow);
        };

        """#
}
