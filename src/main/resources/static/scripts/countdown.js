/*
 * Keeps times true while the page is open: <time data-left> says how long there is left until its datetime, <time data-ago>
 * how far it is, within a week. The page says what the clock was when it was made (<meta name=now>), so that a wrong clock of
 * the reader's does no harm.
 */
(function () {
    'use strict';

    const MINUTE = 60000;
    const WEEK = 7 * 24 * 60 * MINUTE;
    const zh = document.documentElement.lang === 'zh';
    const [D, H, MIN] = zh ? [' 天', ' 小时', ' 分钟'] : [' d', ' h', ' min'];
    const made = Date.parse(document.querySelector('meta[name="now"]').content);
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

    function nearness(away) {
        if (Math.abs(away) < MINUTE) {
            return zh ? '刚刚' : 'just now';
        }
        if (away < 0) {
            return span(-away) + (zh ? '前' : ' ago');
        }
        return zh ? span(away) + '后' : 'in ' + span(away);
    }

    function tell() {
        const now = made + performance.now() - opened;
        for (const time of document.querySelectorAll('time[data-ago]')) {
            const away = Date.parse(time.dateTime) - now;
            if (Math.abs(away) < WEEK) {
                time.textContent = nearness(away);
            }
        }
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
