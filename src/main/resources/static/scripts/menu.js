/*
 * Keeps the counts of the menu as they are now, and the first of them in the title of the page: each half minute while the
 * page is looked at. Counts that could not be had stay as they are. Esc closes what is open in the head of the page.
 */
(function () {
    'use strict';

    const EACH = 30000;
    const menu = document.querySelector('nav.menu');
    const title = document.title;

    function put(counts) {
        for (const place of menu.querySelectorAll('[data-entry]')) {
            const one = counts.find(count => count.dataset.entry === place.dataset.entry);
            const waiting = one ? Number(one.dataset.waiting) : 0;
            place.hidden = waiting === 0;
            place.textContent = waiting === 0 ? '' : waiting;
            place.title = waiting === 0 ? '' : one.textContent;
        }
        const first = counts.map(count => Number(count.dataset.waiting)).find(waiting => waiting > 0);
        document.title = first ? '(' + first + ') ' + title : title;
    }

    async function ask() {
        if (document.hidden) {
            return;
        }
        try {
            const answer = await fetch('/menu', {headers: {Accept: 'text/html'}, redirect: 'error'});
            if (answer.ok) {
                const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                put([...page.querySelectorAll('li[data-entry]')]);
            }
        } catch (lost) {
            // asked again in half a minute
        }
    }

    document.addEventListener('keydown', event => {
        const open = event.key === 'Escape' ? document.querySelector('header details[open]') : null;
        if (open && !document.querySelector('dialog[open]')) {
            open.open = false;
            open.querySelector('summary').focus();
        }
    });

    if (menu) {
        ask();
        setInterval(ask, EACH);
        document.addEventListener('visibilitychange', ask);
    }
})();
