package io.hourglass.imports.lines;

import io.hourglass.replay.log.LogRecords.Line;

/** How a line is written. */
interface FormOfLines {

    /** @throws io.hourglass.kernel.InvalidInput if the line is against it, or has a field of another name */
    Fields read(Line line);
}
