/* Cockpit's settings; what is not here is as Cockpit has it. */
export default {
    customScripts: ['scripts/hourglass.js']
};
