package io.hourglass.engine.steps;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A path as bytes, so that a wake of three steps takes ten of them. Each wake is its instant, in milliseconds since 1970 as
 * six bytes, the highest first; then its steps, each the number of its node times two, plus one if the token was taken
 * away, in groups of seven bits, the lowest first, with the eighth bit set in all but the last; then a zero.
 */
final class PathBytes {

    private static final int INSTANT = 6;
    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;

    private PathBytes() {}

    /** @param node its number in the table of nodes, from 1 */
    record Mark(int node, boolean takenAway) {}

    record Wake(Instant at, List<Mark> marks) {}

    static byte[] write(Wake wake) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(
                ByteBuffer.allocate(Long.BYTES)
                        .putLong(wake.at().toEpochMilli())
                        .array(),
                2,
                INSTANT);
        for (var mark : wake.marks()) {
            var rest = mark.node() * 2 + (mark.takenAway() ? 1 : 0);
            for (; rest >= MORE; rest >>>= GROUP) {
                bytes.write((rest & (MORE - 1)) | MORE);
            }
            bytes.write(rest);
        }
        bytes.write(0);
        return bytes.toByteArray();
    }

    static List<Wake> read(byte[] path) {
        var wakes = new ArrayList<Wake>();
        var bytes = ByteBuffer.wrap(path);
        while (bytes.hasRemaining()) {
            wakes.add(new Wake(instant(bytes), marks(bytes)));
        }
        return wakes;
    }

    private static Instant instant(ByteBuffer bytes) {
        var millis = new byte[Long.BYTES];
        bytes.get(millis, 2, INSTANT);
        return Instant.ofEpochMilli(ByteBuffer.wrap(millis).getLong());
    }

    private static List<Mark> marks(ByteBuffer bytes) {
        var marks = new ArrayList<Mark>();
        for (var next = number(bytes); next != 0; next = number(bytes)) {
            marks.add(new Mark(next / 2, next % 2 == 1));
        }
        return marks;
    }

    private static int number(ByteBuffer bytes) {
        var number = 0;
        for (var shift = 0; ; shift += GROUP) {
            var next = bytes.get();
            number |= (next & (MORE - 1)) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
