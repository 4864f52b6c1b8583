/* Offers the zones that there are where one is typed, this device's own as the first. */
(function () {
    'use strict';

    const list = document.getElementById('zones');
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (list && Intl.supportedValuesOf) {
        list.closest('details').addEventListener('toggle', () => {
            for (const zone of [own, ...Intl.supportedValuesOf('timeZone')]) {
                list.append(new Option(zone, zone));
            }
        }, {once: true});
    }
})();
