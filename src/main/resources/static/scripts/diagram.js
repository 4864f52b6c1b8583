/*
 * Draws <figure class="diagram" data-model="address of a BPMN file">, and sets each of its <li data-node="id"> on the
 * node that it is about. Without it, the list stands by itself.
 *   data-mark="name"   on an item: its node is drawn as .mark-name
 */
(function () {
    'use strict';

    const viewers = new WeakMap();

    function place(figure) {
        const viewer = viewers.get(figure);
        const drawn = viewer.get('canvas');
        const nodes = viewer.get('elementRegistry');
        const overlays = viewer.get('overlays');
        overlays.clear();
        for (const {id, mark} of figure.marked || []) {
            drawn.removeMarker(id, mark);
        }
        figure.marked = [];
        for (const item of figure.querySelectorAll('li[data-node]')) {
            const id = item.dataset.node;
            if (!nodes.get(id)) {
                continue;
            }
            if (item.dataset.mark) {
                const mark = 'mark-' + item.dataset.mark;
                drawn.addMarker(id, mark);
                figure.marked.push({id, mark});
            }
            const badge = item.querySelector('.badge');
            if (badge) {
                const copy = badge.cloneNode(true);
                copy.removeAttribute('id');
                copy.tabIndex = -1;
                overlays.add(id, {position: {top: -12, right: 16}, html: copy});
            }
        }
    }

    async function draw(figure) {
        const answer = await fetch(figure.dataset.model, {headers: {Accept: 'application/xml'}});
        if (!answer.ok) {
            return;
        }
        const model = await answer.text();
        const canvas = document.createElement('div');
        canvas.className = 'canvas';
        canvas.setAttribute('role', 'group'); // not hidden: the viewer takes the focus, to be moved by keys
        figure.prepend(canvas);
        const viewer = new BpmnJS({container: canvas});
        await viewer.importXML(model);
        const drawn = viewer.get('canvas');
        viewers.set(figure, viewer);
        place(figure);
        figure.classList.add('drawn');
        const fit = () => { // with room at the edges, where the viewer has its watermark
            if (canvas.clientWidth === 0 || canvas.clientHeight === 0) {
                return; // the page is being left
            }
            drawn.zoom('fit-viewport', 'auto');
            drawn.zoom(drawn.zoom() * 0.9, 'auto');
        };
        fit();
        new ResizeObserver(fit).observe(canvas);
    }

    function drawAll(within) {
        for (const figure of within.querySelectorAll('figure.diagram:not(.drawn)')) {
            draw(figure);
        }
    }

    /* A list that was changed in place is set onto the diagram that is there already. */
    function replace(changed) {
        const figure = changed.closest('figure.diagram.drawn');
        if (figure) {
            place(figure);
        }
    }

    drawAll(document);
    document.body.addEventListener('htmx:afterSwap', event => {
        drawAll(event.target);
        replace(event.target);
    });
})();
