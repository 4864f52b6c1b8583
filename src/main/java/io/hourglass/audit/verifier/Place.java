package io.hourglass.audit.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.audit.entries.EntryNames;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the entries of a sealed day, one after the other, are of that day and in the order that docs/ledger.md gives them.
 * It goes by what they say of themselves; that they are those that were sealed, marks and roots show.
 */
final class Place {

    private final LocalDate day;
    private final @Nullable String proven;
    private final Map<Integer, JsonNode> policies = new HashMap<>();
    private final Map<String, JsonNode> cases = new HashMap<>();
    private EntryNames names = EntryNames.of(Track.INQUIRY);
    private @Nullable JsonNode seal;
    private @Nullable JsonNode coverage;
    private Part part = Part.NOTHING;
    private @Nullable Key last;
    private @Nullable Key lastFact;
    private String caseId = "";

    private Place(LocalDate day, @Nullable String proven) {
        this.day = day;
        this.proven = proven;
    }

    /** All entries of the day will be taken. */
    static Place in(LocalDate day) {
        return new Place(day, null);
    }

    /** Of the day's entries, its first and those of one inquiry will be taken, as in a proof. */
    static Place in(LocalDate day, String inquiry) {
        return new Place(day, inquiry);
    }

    /** Whether nothing was taken yet. */
    boolean isEmpty() {
        return part == Part.NOTHING;
    }

    /** What follows each other in a day. */
    private enum Part {
        NOTHING,
        SEAL,
        POLICY,
        OUTAGE,
        COVERAGE,
        CASE,
        VERDICT,
        NUMBER,
        RECORD;

        static Part of(JsonNode entry) throws Unfit {
            if (entry.has("record")) {
                return RECORD;
            }
            return switch (text(entry, "entry")) {
                case "SEAL" -> SEAL;
                case "POLICY" -> POLICY;
                case "OUTAGE" -> OUTAGE;
                case "COVERAGE" -> COVERAGE;
                case "INQUIRY", "CASE", "FACT" -> CASE;
                case "VERDICT" -> VERDICT;
                case "NUMBER" -> NUMBER;
                default -> throw new Unfit("it is no record, as every one of its kind is");
            };
        }
    }

    /** By which entries of one part are in order. */
    private record Key(long number, String id, int seq) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::number)
                .thenComparing(Key::id, ExternalId.BY_CODE_POINT)
                .thenComparingInt(Key::seq);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * @param entry as it is written, see {@link Form}
     * @throws Unfit if it does not belong here; what comes after it is checked as if it were not there
     */
    void take(JsonNode entry) throws Unfit {
        var next = Part.of(entry);
        requireTrack(next, entry);
        require((next == Part.SEAL) == (part == Part.NOTHING), "a day begins with its one SEAL");
        require(next.compareTo(part) >= 0, "it comes after a " + part + ", and has to come before");
        require(
                proven == null || next == Part.SEAL || proven.equals(text(entry, names.caseId())),
                "it is of another inquiry than the proof");
        if (text(entry, "entry").equals("FACT") && next == Part.CASE) {
            takeFact(entry);
        } else {
            var key = key(next, entry);
            require(next != part || last == null || last.compareTo(key) < 0, "it is there twice, or out of order");
            belong(next, entry);
            last = key;
        }
        part = next;
    }

    /** The seal says of which track the day is: each entry is of that one, and what people did goes with the inquiries. */
    private void requireTrack(Part next, JsonNode entry) throws Unfit {
        if (next == Part.SEAL && part == Part.NOTHING) {
            names = EntryNames.of(entry.has("track") ? new Track(text(entry, "track")) : Track.INQUIRY);
        }
        require(
                text(entry, "track")
                        .equals(names.track() == null ? "" : names.track().name()),
                "it is of another track");
    }

    private Key key(Part part, JsonNode entry) {
        return switch (part) {
            case NOTHING, SEAL -> new Key(0, "", 0);
            case POLICY -> new Key(number(entry, "version"), "", 0);
            case OUTAGE -> new Key(instant(entry, "from").toEpochMilli(), text(entry, "outage"), 0);
            case COVERAGE -> new Key(0, text(entry, "supplier") + '\0' + text(entry, "from") + text(entry, "until"), 0);
            case CASE -> new Key(instant(entry, names.openedAt()).toEpochMilli(), text(entry, names.caseId()), 0);
            case VERDICT -> new Key(0, text(entry, names.caseId()), number(entry, "seq"));
            case NUMBER -> new Key(0, text(entry, names.subject()), 0);
            case RECORD -> new Key(entry.path("record").asLong(), "", 0);
        };
    }

    private void belong(Part next, JsonNode entry) throws Unfit {
        switch (next) {
            case NOTHING -> {}
            case SEAL -> takeSeal(entry);
            case POLICY -> policies.put(number(entry, "version"), entry);
            case OUTAGE -> requireOutage(entry);
            case COVERAGE -> takeCoverage(entry);
            case CASE -> takeCase(entry);
            case VERDICT -> requireVerdict(entry);
            case NUMBER -> requireNumber(entry);
            case RECORD -> requireRecord(entry);
        }
    }

    private void takeSeal(JsonNode entry) throws Unfit {
        require(isOfTheDay(entry), "it is the seal of another day");
        require(!day(entry, "booksFrom").isAfter(day), "the books began after its day");
        seal = entry;
    }

    private void requireOutage(JsonNode entry) throws Unfit {
        require(!instant(entry, "until").isBefore(instant(entry, "from")), "it ends before it begins");
        require(
                !instant(entry, "consentedAt").isBefore(instant(entry, "declaredAt"))
                        && instant(entry, "consentedAt").isBefore(booksClose()),
                "it was not declared and consented to before the books had closed");
    }

    /** The parts of a supplier's time follow each other. */
    private void takeCoverage(JsonNode entry) throws Unfit {
        var from = instant(entry, "from");
        require(!instant(entry, "until").isBefore(from), "it ends before it begins");
        require(
                coverage == null
                        || !coverage.path("supplier").equals(entry.path("supplier"))
                        || !from.isBefore(instant(coverage, "until")),
                "it begins before the one before it ends");
        var state = text(entry, "state");
        require(Set.of("READ", "READ_LATER", "GAP").contains(state), "there is no such state of a mailbox");
        require(
                entry.has("readAt") == state.equals("READ_LATER")
                        && (!entry.has("readAt") || instant(entry, "readAt").isBefore(booksClose())),
                "what was read later was read before the books had closed, and nothing else says when");
        require(!entry.has("toldAt") || state.equals("GAP"), "only of a gap it says when the supplier was told");
        coverage = entry;
    }

    private Instant booksClose() {
        return instant(Objects.requireNonNull(seal), "booksClose");
    }

    private void takeCase(JsonNode entry) throws Unfit {
        require(isOfTheDay(entry), "it is of another day");
        requireInBooks(entry);
        if (proven == null) {
            var policy = policies.get(number(entry, "policy"));
            require(policy != null, "the day has no POLICY of its version");
            require(
                    isOn(instant(entry, names.openedAt()), Objects.requireNonNull(policy)),
                    "it was received on another day");
        }
        caseId = text(entry, names.caseId());
        lastFact = null;
        require(cases.put(caseId, entry) == null, "the inquiry is there twice");
    }

    /** Up to a change of zone all belongs to the last day of the former zone. */
    private boolean isOn(Instant receivedAt, JsonNode policy) throws Unfit {
        var local = receivedAt.atZone(ZoneId.of(text(policy, "zone"))).toLocalDate();
        return local.equals(day)
                || (policy.has("zoneUntil") && local.isAfter(day) && receivedAt.isBefore(instant(policy, "zoneUntil")));
    }

    private void takeFact(JsonNode entry) throws Unfit {
        require(caseId.equals(text(entry, names.caseId())), "it does not follow the inquiry that it names");
        requireInBooks(entry);
        var key = new Key(instant(entry, "occurredAt").toEpochMilli(), text(entry, "fact"), 0);
        require(lastFact == null || lastFact.compareTo(key) < 0, "it is there twice, or out of order");
        lastFact = key;
    }

    private void requireInBooks(JsonNode entry) throws Unfit {
        require(!instant(entry, "recordedAt").isAfter(booksClose()), "it was recorded after the books had closed");
    }

    private void requireVerdict(JsonNode entry) throws Unfit {
        var about = cases.get(text(entry, names.caseId()));
        require(about != null && isOfTheDay(entry), "it is of an inquiry that the day does not have");
        for (var field : new String[] {names.subject(), "policy"}) {
            require(
                    entry.path(field).equals(Objects.requireNonNull(about).path(field)),
                    "its inquiry has another " + field);
        }
        var follows = part == Part.VERDICT && last != null && last.id().equals(text(entry, names.caseId()));
        require(
                number(entry, "seq") == (follows ? Objects.requireNonNull(last).seq() + 1 : 1),
                "one before it is missing: verdicts are numbered from 1");
        require(!isRestated(entry), "a restatement is a record");
    }

    private void requireNumber(JsonNode entry) throws Unfit {
        var publishedOn = Objects.requireNonNull(seal).path("publishedOn");
        require(
                entry.path("publishedOn").equals(publishedOn)
                        && day(entry, "windowTo").equals(day),
                "it is the number of another day");
        require(number(entry, "revision") == 1, "a further revision is a record");
        var length = day(entry, "windowFrom").until(day.plusDays(1), ChronoUnit.DAYS);
        require(
                policies.values().stream().anyMatch(policy -> number(policy, "rateWindowDays") == length),
                "its window has " + length + " days, which no POLICY of the day says");
        requireShare(entry);
    }

    private static void requireShare(JsonNode entry) throws Unfit {
        require(number(entry, "timely") <= number(entry, "countable"), "more were timely than were countable");
    }

    /** What came too late for the books of its day may be of a later day than the seal's, where that seal came late itself. */
    private void requireRecord(JsonNode entry) throws Unfit {
        switch (text(entry, "entry")) {
            case "VERDICT" -> {
                var restated = isRestated(entry);
                require(restated || text(entry, "state").equals("OUT_OF_BOOKS"), "a verdict of the books is no record");
                require(!restated || day(entry, "day").isBefore(day), "it restates a day that was not sealed yet");
            }
            case "NUMBER" -> {
                require(number(entry, "revision") > 1, "a first publication is no record");
                require(day(entry, "windowTo").isBefore(day), "it restates a number that was not out yet");
                requireShare(entry);
            }
            default -> {}
        }
    }

    private static boolean isRestated(JsonNode verdict) {
        return text(verdict, "cause").equals("RESTATEMENT");
    }

    private boolean isOfTheDay(JsonNode entry) {
        return day(entry, "day").equals(day);
    }

    private static void require(boolean holds, String otherwise) throws Unfit {
        if (!holds) {
            throw new Unfit(otherwise);
        }
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).asText();
    }

    private static int number(JsonNode entry, String field) {
        return entry.path(field).asInt();
    }

    private static LocalDate day(JsonNode entry, String field) {
        return LocalDate.parse(text(entry, field));
    }

    private static Instant instant(JsonNode entry, String field) {
        return Instant.parse(text(entry, field));
    }
}
