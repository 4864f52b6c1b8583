/*
 * Draws <figure class="chart"> from the table in it: the first column says where on the axis, every further one with a
 * heading is a series; a cell without a number is a gap. Without it, and for screen readers, the table says the same.
 *   data-kind="line" or "bar"   data-unit="%"   data-least, data-most   ends of the axis
 *   data-gate="80" data-gate-name="…"   a line across
 */
(function () {
    'use strict';

    const shown = new WeakMap();
    const colours = () => {
        const style = getComputedStyle(document.documentElement);
        const colour = name => style.getPropertyValue(name).trim();
        return {
            ink: colour('--ink'), soft: colour('--soft'), line: colour('--line'), card: colour('--card'),
            series: [colour('--link'), colour('--good'), colour('--wrong'), colour('--soft')]
        };
    };

    function read(table) {
        const heads = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim());
        const rows = [...table.tBodies[0].rows];
        const number = cell => cell.dataset.value === undefined || cell.dataset.value === '' ? null : Number(cell.dataset.value);
        return {
            at: rows.map(row => row.cells[0].textContent.trim()),
            series: heads.map((name, at) => ({name, data: rows.map(row => number(row.cells[at + 1]))}))
        };
    }

    function draw(figure) {
        const canvas = document.createElement('div');
        canvas.className = 'canvas';
        canvas.setAttribute('aria-hidden', 'true');
        figure.prepend(canvas);
        figure.classList.add('drawn');
        const chart = echarts.init(canvas, null, {renderer: 'svg'});
        const {kind = 'line', unit = '', least, most, gate, gateName} = figure.dataset;

        const show = () => {
            const {at, series} = read(figure.querySelector('table'));
            const {ink, soft, line, card, series: palette} = colours();
            const text = {color: soft, fontFamily: getComputedStyle(document.body).fontFamily};
            chart.setOption({
                animation: false,
                color: palette,
                grid: {left: 48, right: 16, top: series.length > 1 ? 36 : 16, bottom: 28},
                legend: series.length > 1 ? {top: 0, textStyle: {color: ink}} : undefined,
                tooltip: {
                    trigger: 'axis', renderMode: 'richText', backgroundColor: card, borderColor: line,
                    textStyle: {color: ink}, valueFormatter: value => value === null || value === undefined ? '–' : value + unit
                },
                xAxis: {type: 'category', data: at, axisLabel: {...text, hideOverlap: true}, axisLine: {lineStyle: {color: line}}},
                yAxis: {
                    type: 'value', minInterval: unit ? 0 : 1, min: least === undefined ? null : Number(least), max: most === undefined ? null : Number(most),
                    axisLabel: {...text, formatter: '{value}' + unit}, splitLine: {lineStyle: {color: line}}
                },
                series: series.map((one, index) => ({
                    name: one.name, type: kind, data: one.data, showSymbol: false, barMaxWidth: 28,
                    markLine: index === 0 && gate ? {
                        silent: true, symbol: 'none', lineStyle: {color: soft, type: 'dashed'},
                        label: {formatter: gateName || gate + unit, position: 'insideStartBottom', color: soft},
                        data: [{yAxis: Number(gate)}]
                    } : undefined
                }))
            }, true);
        };

        show();
        shown.set(figure, show);
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
        new ResizeObserver(() => chart.resize()).observe(canvas);
    }

    function drawAll(within) {
        within.querySelectorAll('figure.chart:not(.drawn)').forEach(draw);
    }

    /* A table that was changed in place is drawn where its chart is already. */
    function redraw(changed) {
        const figure = changed.closest('figure.chart.drawn');
        if (figure) {
            shown.get(figure)();
        }
    }

    drawAll(document);
    document.body.addEventListener('htmx:afterSwap', event => {
        drawAll(event.target);
        redraw(event.target);
    });
})();
