package io.hourglass.inquiry.recount;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.audit.verifier.Entries;
import io.hourglass.audit.verifier.Lines;
import io.hourglass.audit.verifier.SealLine;
import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.recount.FiledDay.Filed;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.InquiryId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What has to be known of a whole exported ledger before its days are judged: the inquiries that mails or findings tie
 * together, whichever days hold them, those that were restated, and the last day. A day is judged with the inquiries that are
 * tied to its own; they are few, and kept from the first to the last.
 */
final class FiledThreads {

    private final Map<String, InquiryId> byMail = new HashMap<>();
    private final Map<InquiryId, InquiryId> leaders = new HashMap<>();
    private final Set<InquiryId> tied = new HashSet<>();
    private final Map<List<String>, List<Member>> pairs = new HashMap<>();
    private final Map<InquiryId, List<Fact>> late = new HashMap<>();
    private final Set<InquiryId> restated = new HashSet<>();
    private LocalDate lastDay = LocalDate.MIN;

    private FiledThreads() {}

    private record Member(FiledDay day, Filed filed) {}

    /** @throws IOException if the file is no exported ledger, or a line of it is not as the ledger writes one */
    static FiledThreads in(Path file) throws IOException {
        var threads = new FiledThreads();
        threads.readThrough(file);
        if (!threads.tied.isEmpty()) {
            threads.readTied(file);
        }
        return threads;
    }

    /** Whether a dispute restated it: these are few, of all others the verdict need not be kept. */
    boolean isRestated(InquiryId inquiry) {
        return restated.contains(inquiry);
    }

    /** Whether mails of all days up to that one are in the file. */
    boolean reach(LocalDate day) {
        return !lastDay.isBefore(day);
    }

    /** What was recorded after the close of its day: its mail's id is known to later days. */
    List<Fact> lateFactsOf(InquiryId inquiry) {
        return late.getOrDefault(inquiry, List.of());
    }

    /**
     * Those of the pair that other days hold, if one of those at hand is tied to any.
     *
     * @param pair see {@link Filed#pair}
     * @param day that is judged: verdicts of earlier ones stand
     */
    List<CaseFile> further(List<String> pair, Set<InquiryId> atHand, LocalDate day) {
        if (atHand.stream().noneMatch(tied::contains)) {
            return List.of();
        }
        return pairs.getOrDefault(pair, List.of()).stream()
                .filter(member -> !atHand.contains(member.filed().id()))
                .map(member -> member.day()
                        .file(
                                member.filed(),
                                member.day().day().isBefore(day),
                                lateFactsOf(member.filed().id())))
                .toList();
    }

    private void readThrough(Path file) throws IOException {
        try (var entries = Entries.of(file, "Read")) {
            for (var entry = entries.next(); entry != null; entry = entries.next()) {
                tie(entry);
                var inquiry = FiledDay.restatedBy(entry);
                if (inquiry != null) {
                    restated.add(inquiry);
                }
            }
            lastDay = Objects.requireNonNull(entries.day());
        }
        leaders.keySet().stream().filter(one -> !leader(one).equals(one)).forEach(one -> {
            tied.add(one);
            tied.add(leader(one));
        });
    }

    private void tie(JsonNode fact) {
        if (!fact.path("entry").asText().equals("FACT")) {
            return;
        }
        var inquiry = new InquiryId(fact.path("inquiry").asText());
        if (fact.path("kind").asText().equals("BELONGS_TO")) {
            join(inquiry, new InquiryId(fact.path("about").asText()));
        }
        if (fact.has("mail")) {
            tie(inquiry, fact.path("mail").asText());
        }
        fact.path("answers").forEach(answered -> tie(inquiry, answered.asText()));
    }

    private void tie(InquiryId inquiry, String mail) {
        var other = byMail.putIfAbsent(mail, inquiry);
        if (other != null) {
            join(inquiry, other);
        }
    }

    private void join(InquiryId one, InquiryId other) {
        var leader = leader(one);
        var others = leader(other);
        leaders.put(leader, others);
        leaders.putIfAbsent(others, others);
    }

    private InquiryId leader(InquiryId inquiry) {
        var leader = inquiry;
        for (var next = leaders.getOrDefault(leader, leader);
                !next.equals(leader);
                next = leaders.getOrDefault(leader, leader)) {
            leader = next;
        }
        leaders.put(inquiry, leader);
        return leader;
    }

    private void readTied(Path file) throws IOException {
        try (var lines = Lines.of(file, "Read threads")) {
            var day = new FiledDay();
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (SealLine.is(line)) {
                    keep(day);
                    day = new FiledDay();
                } else {
                    day.add(line);
                }
            }
            keep(day);
        }
    }

    private void keep(FiledDay day) {
        day.keepOnly(tied);
        day.inquiries().forEach(filed -> pairs.computeIfAbsent(filed.pair(), pair -> new ArrayList<>())
                .add(new Member(day, filed)));
        day.lateFacts().forEach(fact -> late.computeIfAbsent(InquiryId.of(fact.caseId()), inquiry -> new ArrayList<>())
                .add(fact));
    }

    /** As an input for later days. */
    void restate(FiledDay.Restated restated) {
        pairs.values().stream()
                .flatMap(List::stream)
                .filter(member -> member.filed().id().equals(restated.inquiry()))
                .forEach(member -> member.day().restate(restated));
    }
}
