/*
 * Draws <figure class="diagram" data-model="address of a BPMN file">, and sets each of its <li data-node="id"> on the
 * node that it is about. Without it, the list stands by itself.
 *   data-mark="name"   on an item: its node is drawn as .mark-name
 */
(function () {
    'use strict';

    async function draw(figure) {
        const answer = await fetch(figure.dataset.model, {headers: {Accept: 'application/xml'}});
        if (!answer.ok) {
            return;
        }
        const model = await answer.text();
        const canvas = document.createElement('div');
        canvas.className = 'canvas';
        canvas.setAttribute('aria-hidden', 'true');
        figure.prepend(canvas);
        const viewer = new BpmnJS({container: canvas});
        await viewer.importXML(model);
        const drawn = viewer.get('canvas');
        const nodes = viewer.get('elementRegistry');
        for (const item of figure.querySelectorAll('li[data-node]')) {
            if (!nodes.get(item.dataset.node)) {
                continue;
            }
            if (item.dataset.mark) {
                drawn.addMarker(item.dataset.node, 'mark-' + item.dataset.mark);
            }
            const badge = item.querySelector('.badge');
            if (badge) {
                const copy = badge.cloneNode(true);
                copy.tabIndex = -1;
                viewer.get('overlays').add(item.dataset.node, {position: {top: -12, right: 16}, html: copy});
            }
        }
        figure.classList.add('drawn');
        const fit = () => drawn.zoom('fit-viewport', 'auto');
        fit();
        new ResizeObserver(fit).observe(canvas);
    }

    function drawAll(within) {
        for (const figure of within.querySelectorAll('figure.diagram:not(.drawn)')) {
            draw(figure);
        }
    }

    drawAll(document);
    document.body.addEventListener('htmx:afterSwap', event => drawAll(event.target));
})();
