extension ReportScript {
    /// Charts: a line at the moment that is looked at, values under the pointer.
    static let charts = #"""

        /* Charts: a line at the moment that is looked at, values under the pointer. */
        const charts = all("svg.chart");
        const place = time => charts.forEach(svg => {
          const share = clamp(time / data.charts[svg.dataset.chart].length, 0, 1);
          const {left, right} = svg.dataset;
          const x = share * (right - left);
          svg.querySelector(".playhead").setAttribute("transform", `translate(${x.toFixed(1)})`);
        });
        /* The viewer, where there is one, looks there, too. */
        let look = place;
        all("button.time").forEach(button => button.addEventListener("click", () => {
          look(Number(button.dataset.time));
          const shown = one("#viewer") || one(".plot");
          if (shown) shown.scrollIntoView({block: "center", behavior: "smooth"});
        }));
        const timeAt = (svg, event) => {
          const box = svg.getBoundingClientRect();
          const x = (event.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
          const {left, right} = svg.dataset;
          const share = clamp((x - left) / (right - left), 0, 1);
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

        """#
}
