package io.hourglass.chat.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random talks on one day, corrected, marked and learned of at random, against a second reading of the rules that is as plain as can be. */
@DisplayName("The judge of chat, whatever the order in which things are learned,")
class ChatUnderDisorderTest {

    private static final ConsultationId ID = new ConsultationId("c1");
    private static final int TALKS = 1_500;
    private static final Set<ChatRule> ALL = Set.of(ChatRule.values());
    private static final List<AuthorKind> AUTHORS = List.of(AuthorKind.values());

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/Los_Angeles", "America/Sao_Paulo", "Asia/Kathmandu"})
    @DisplayName("says what a plain reading of the rules says, as of any instant")
    void plainReading(String zone) {
        var random = new Random(zone.hashCode());
        for (var talk = 0; talk < TALKS; talk++) {
            var one = talk(random, ZoneId.of(zone));
            for (var at = 0; at < 6; at++) {
                var asOf = one.day().end().plusSeconds(random.nextInt(60 * 3_600) - 30 * 3_600L);
                assertThat(ChatJudge.judge(one, asOf).map(ChatJudgement::rule).orElse(null))
                        .as("%s as of %s", one, asOf)
                        .isEqualTo(plainly(one, asOf));
            }
        }
    }

    @Test
    @DisplayName("says the same however its facts are shuffled, and reaches each of its rules")
    void shuffled() {
        var random = new Random(7);
        var reached = new HashSet<ChatRule>();
        for (var talk = 0; talk < TALKS; talk++) {
            var one = talk(random, Talk.SHANGHAI);
            var asOf = one.day().end().plusSeconds(random.nextInt(40 * 3_600) - 10 * 3_600L);
            var judged = ChatJudge.judge(one, asOf);
            var facts = new ArrayList<>(one.facts());
            var marks = new ArrayList<>(one.marks());
            Collections.shuffle(facts, random);
            Collections.shuffle(marks, random);
            var shuffled = new Consultation(ID, one.day(), facts, marks, one.amongColleagues());
            assertThat(ChatJudge.judge(shuffled, asOf)).isEqualTo(judged);
            judged.ifPresent(judgement -> reached.add(judgement.rule()));
        }
        assertThat(reached).isEqualTo(ALL);
    }

    private static Consultation talk(Random random, ZoneId zone) {
        var day = Talk.calendar(zone).day(LocalDate.of(2018, 10, 27).plusDays(random.nextInt(14)));
        var start = day.end().minusSeconds(20 * 3_600);
        var facts = new ArrayList<Fact>();
        for (var fact = 0; fact < 1 + random.nextInt(5); fact++) {
            var kind = List.of(
                            ChatFactKind.ASKED,
                            ChatFactKind.WROTE,
                            ChatFactKind.WROTE,
                            ChatFactKind.TRANSFERRED,
                            ChatFactKind.BLOCKED)
                    .get(random.nextInt(5));
            var author = kind == ChatFactKind.WROTE ? AUTHORS.get(random.nextInt(AUTHORS.size())) : null;
            facts.add(fact("f" + fact, kind, author, instant(random, start, 20), random, null));
        }
        var marks = new ArrayList<Fact>();
        for (var mark = 0; mark < random.nextInt(3); mark++) {
            var kind = List.of(ChatFactKind.MARKED_STAFF, ChatFactKind.MARKED_OWN, ChatFactKind.MARKED_ABNORMAL)
                    .get(random.nextInt(3));
            marks.add(fact("m" + mark, kind, null, instant(random, start.minusSeconds(24 * 3_600), 60), random, null));
        }
        correct(facts, "c", day.end(), random);
        correct(marks, "d", day.end(), random);
        return new Consultation(ID, day, facts, marks, random.nextInt(12) == 0);
    }

    /** A correction may be about another one. */
    private static void correct(List<Fact> facts, String prefix, Instant end, Random random) {
        for (var correction = 0; !facts.isEmpty() && correction < random.nextInt(3); correction++) {
            var about = facts.get(random.nextInt(facts.size()));
            var reclassifies = about.is(ChatFactKind.WROTE) && random.nextBoolean();
            var kind = reclassifies ? ChatFactKind.RECLASSIFIED : ChatFactKind.RETRACTED;
            var author = reclassifies ? AUTHORS.get(random.nextInt(AUTHORS.size())) : null;
            var at = instant(random, end.minusSeconds(10 * 3_600), 20);
            facts.add(fact(prefix + correction, kind, author, at, random, about.id()));
        }
    }

    private static Instant instant(Random random, Instant from, int hours) {
        return from.plusSeconds(random.nextInt(hours * 60) * 60L);
    }

    /** Every second one is learned at once. */
    private static Fact fact(
            String id,
            ChatFactKind kind,
            @Nullable AuthorKind author,
            Instant at,
            Random random,
            @Nullable FactId about) {
        var learned = random.nextBoolean() ? at : at.plusSeconds(random.nextInt(40 * 3_600));
        return Fact.builder()
                .id(new FactId(id))
                .caseId(ID)
                .kind(kind)
                .author(author)
                .occurredAt(at)
                .recordedAt(learned)
                .about(about)
                .build();
    }

    /** The rules, word for word; null while there is nothing to say. */
    private static @Nullable ChatRule plainly(Consultation one, Instant asOf) {
        var close = one.day().booksClose();
        var told = known(one.facts(), asOf, Instant.MAX);
        if (told.stream().noneMatch(fact -> opens(fact))) {
            return null;
        }
        var known = known(one.facts(), asOf, close);
        var opening = known.stream()
                .filter(fact -> opens(fact) && !isRetracted(fact, known))
                .map(Fact::occurredAt)
                .min(Instant::compareTo);
        if (opening.isEmpty()) {
            return known.stream().anyMatch(fact -> opens(fact))
                    ? ChatRule.OPENING_RETRACTED
                    : ChatRule.LEARNED_AFTER_CLOSE;
        }
        return excluded(one, opening.get(), known(one.marks(), asOf, close))
                .orElseGet(() -> answeredOrNot(one, opening.get(), known, asOf));
    }

    private static Optional<ChatRule> excluded(Consultation one, Instant opening, List<Fact> marks) {
        var zone = one.day().policy().days().zone();
        var holding = marks.stream()
                .filter(mark -> mark.kind() != ChatFactKind.RETRACTED && !isRetracted(mark, marks))
                .filter(mark -> mark.is(ChatFactKind.MARKED_ABNORMAL)
                        ? !mark.occurredAt().isAfter(opening)
                        : !mark.occurredAt()
                                .atZone(zone)
                                .toLocalDate()
                                .isAfter(one.day().date()))
                .map(Fact::kind)
                .toList();
        if (holding.contains(ChatFactKind.MARKED_STAFF)) {
            return Optional.of(ChatRule.BUYER_IS_STAFF);
        }
        if (one.amongColleagues()) {
            return Optional.of(ChatRule.BUYER_IS_ACCOUNT_OF_SHOP);
        }
        if (holding.contains(ChatFactKind.MARKED_OWN)) {
            return Optional.of(ChatRule.BUYER_MARKED_OWN);
        }
        return holding.isEmpty() ? Optional.empty() : Optional.of(ChatRule.BUYER_ABNORMAL);
    }

    private static ChatRule answeredOrNot(Consultation one, Instant opening, List<Fact> known, Instant asOf) {
        var answered = known.stream()
                .filter(fact -> fact.is(ChatFactKind.WROTE) && !isRetracted(fact, known))
                .filter(fact -> !fact.occurredAt().isBefore(opening))
                .map(fact -> author(fact, known))
                .anyMatch(Set.of(AuthorKind.HUMAN, AuthorKind.AI_ASSISTED, AuthorKind.AI_AGENT)::contains);
        if (answered) {
            return ChatRule.ANSWERED_SAME_DAY;
        }
        return asOf.isBefore(one.day().end()) ? ChatRule.DAY_GOES_ON : ChatRule.NO_COUNTING_ANSWER;
    }

    private static List<Fact> known(List<Fact> facts, Instant asOf, Instant close) {
        return facts.stream()
                .filter(fact -> fact.occurredAt().isBefore(close))
                .filter(fact ->
                        !fact.recordedAt().isAfter(asOf) && !fact.recordedAt().isAfter(close))
                .toList();
    }

    /** Of the corrections of it that stand the last says what it is. */
    private static Optional<Fact> correction(Fact fact, List<Fact> known) {
        return known.stream()
                .filter(other -> fact.id().equals(other.about()) && !isRetracted(other, known))
                .max((one, other) -> {
                    var byInstant = one.occurredAt().compareTo(other.occurredAt());
                    return byInstant == 0 ? one.id().compareTo(other.id()) : byInstant;
                });
    }

    private static boolean isRetracted(Fact fact, List<Fact> known) {
        return correction(fact, known)
                .filter(last -> last.is(ChatFactKind.RETRACTED))
                .isPresent();
    }

    private static AuthorKind author(Fact fact, List<Fact> known) {
        return Objects.requireNonNull(correction(fact, known).orElse(fact).author());
    }

    private static boolean opens(Fact fact) {
        return fact.is(ChatFactKind.ASKED) || fact.is(ChatFactKind.TRANSFERRED);
    }
}
