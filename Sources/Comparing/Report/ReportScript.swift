/// What moves in the report: the viewer over both videos, and the charts' reading.
///
/// All parts stand in one function and share its names.
enum ReportScript {
    static let text = start + charts + player + views + controls + end

    private static let start = #"""

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

        """#

    private static let end = #"""

        setMode("side");
        if (source === "still") showStill(0); else show(0);
        })();

        """#
}
