/*
 * Keeps each <time data-left> true while the page is open: it says how long there is left until its datetime. The page
 * says what the clock was when it was made (<body data-now>), so that a wrong clock of the reader's does no harm.
 */
(function () {
    'use strict';

    const MINUTE = 60000;
    const [D, H, MIN] = document.documentElement.lang === 'zh' ? [' 天', ' 小时', ' 分钟'] : [' d', ' h', ' min'];
    const made = Date.parse(document.body.dataset.now || '') || Date.now();
    const opened = performance.now();

    function span(milliseconds) {
        const minutes = Math.floor(milliseconds / MINUTE);
        const hours = Math.floor(minutes / 60);
        const days = Math.floor(hours / 24);
        if (days > 0) {
            return days + D + ' ' + (hours % 24) + H;
        }
        return hours > 0 ? hours + H + ' ' + (minutes % 60) + MIN : minutes + MIN;
    }

    function tell() {
        const now = made + performance.now() - opened;
        for (const time of document.querySelectorAll('time[data-left]')) {
            const left = Date.parse(time.dateTime) - now;
            time.textContent = left > 0 ? span(left) : time.dataset.over;
            time.classList.toggle('soon', left > 0 && left < Number(time.dataset.soon || 0));
            time.classList.toggle('over', left <= 0);
        }
    }

    tell();
    setInterval(tell, MINUTE / 4);
    document.body.addEventListener('htmx:afterSwap', tell);
})();
