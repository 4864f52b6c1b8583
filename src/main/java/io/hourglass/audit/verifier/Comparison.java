package io.hourglass.audit.verifier;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds which entries of a day are not as they were sealed, by their marks. */
final class Comparison {

    private static final int NOWHERE = -1;

    private final LocalDate day;
    private final long[] sealed;
    private final long[] found;
    private final Map<Integer, String> names;
    private final List<Finding> findings = new ArrayList<>();

    private Comparison(LocalDate day, long[] sealed, long[] found, Map<Integer, String> names) {
        this.day = day;
        this.sealed = sealed;
        this.found = found;
        this.names = names;
    }

    /**
     * @param sealed the marks as they were sealed, in order
     * @param found those of the entries that are there
     * @param names by position, of each entry that is there and has not the mark of its position
     */
    static List<Finding> of(LocalDate day, long[] sealed, long[] found, Map<Integer, String> names) {
        var comparison = new Comparison(day, sealed, found, names);
        comparison.compare();
        return comparison.findings;
    }

    private void compare() {
        var origins = origins();
        var inOrder = longestRise(origins);
        var next = 0;
        var waiting = new ArrayList<Integer>();
        var known = new boolean[sealed.length];
        for (var origin : origins) {
            if (origin != NOWHERE) {
                known[origin] = true;
            }
        }
        for (var position = 0; position < found.length; position++) {
            if (origins[position] == NOWHERE) {
                waiting.add(position);
            } else if (!inOrder[position]) {
                find(Finding.Kind.MOVED, position, "sealed as entry " + origins[position]);
            } else {
                between(next, origins[position], waiting, known, position);
                next = origins[position] + 1;
                waiting.clear();
            }
        }
        between(next, sealed.length, waiting, known, found.length);
    }

    /** What is new here and what is missing here, pair by pair, has been changed; the rest was added or removed. */
    private void between(int from, int to, List<Integer> fresh, boolean[] known, int position) {
        var missing = new ArrayDeque<Integer>();
        for (var index = from; index < to; index++) {
            if (!known[index]) {
                missing.add(index);
            }
        }
        for (var one : fresh) {
            if (missing.isEmpty()) {
                find(Finding.Kind.ADDED, one, "not there when the day was sealed");
            } else {
                var was = missing.remove();
                find(Finding.Kind.CHANGED, one, "sealed with the mark " + Long.toHexString(sealed[was]));
            }
        }
        for (var was : missing) {
            findings.add(new Finding(
                    day,
                    Finding.Kind.REMOVED,
                    was,
                    position < found.length
                            ? "before " + names.getOrDefault(position, "entry " + position)
                            : "at the end",
                    "sealed with the mark " + Long.toHexString(sealed[was])));
        }
    }

    private void find(Finding.Kind kind, int position, String explanation) {
        findings.add(new Finding(day, kind, position, names.get(position), explanation));
    }

    /** Where each entry that is there was when the day was sealed. */
    private int[] origins() {
        var places = new HashMap<Long, Deque<Integer>>();
        for (var index = 0; index < sealed.length; index++) {
            places.computeIfAbsent(sealed[index], mark -> new ArrayDeque<>()).add(index);
        }
        return Arrays.stream(found)
                .mapToInt(mark -> {
                    var left = places.get(mark);
                    return left == null || left.isEmpty() ? NOWHERE : left.remove();
                })
                .toArray();
    }

    /** Marks a longest choice of entries that are in the order in which they were sealed. */
    private static boolean[] longestRise(int[] origins) {
        var ends = new int[origins.length];
        var before = new int[origins.length];
        var length = 0;
        for (var position = 0; position < origins.length; position++) {
            if (origins[position] == NOWHERE) {
                continue;
            }
            var low = 0;
            for (var high = length; low < high; ) {
                var middle = (low + high) >>> 1;
                if (origins[ends[middle]] < origins[position]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[position] = low == 0 ? NOWHERE : ends[low - 1];
            ends[low] = position;
            length = Math.max(length, low + 1);
        }
        var chosen = new boolean[origins.length];
        for (var position = length == 0 ? NOWHERE : ends[length - 1];
                position != NOWHERE;
                position = before[position]) {
            chosen[position] = true;
        }
        return chosen;
    }
}
