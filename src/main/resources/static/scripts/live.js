/*
 * For pages of which a part asks for itself again. A part that could not be had stays as it is, and #stale says so until
 * the next is had; what changed in [data-announce] is said in #announced, once.
 */
(function () {
    'use strict';

    const stale = document.getElementById('stale');
    const announced = document.getElementById('announced');
    const said = () => {
        const line = document.querySelector('[data-announce]');
        return line ? line.textContent : '';
    };
    let last = said();

    document.body.addEventListener('htmx:beforeSwap', event => {
        const {target, xhr} = event.detail;
        const had = xhr.status === 200 && xhr.responseText.includes('id="' + target.id + '"');
        event.detail.shouldSwap = had;
        stale.hidden = had;
    });
    document.body.addEventListener('htmx:sendError', () => {
        stale.hidden = false;
    });
    document.body.addEventListener('htmx:afterSettle', () => {
        const now = said();
        if (announced && now !== last) {
            last = now;
            announced.textContent = now;
        }
    });
})();
