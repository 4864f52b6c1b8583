package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.times;

import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

@DisplayName("What the judge looks at")
class JudgingGrowthTest {

    private static final Instant RECEIVED = at("2026-03-02T10:00");
    private static final Instant ANSWERED = at("2026-03-03T10:00");
    private static final Instant CLOSE = at("2026-03-07T00:00");
    private static final int FEW = 40;

    private int looks;

    @ParameterizedTest
    @EnumSource(DuplicateRule.class)
    @DisplayName("is of a pair's day at most twice as much for twice as many inquiries")
    void inquiries(DuplicateRule rule) {
        assertGrowsEvenly(inquiries -> mails(inquiries, Terms.usual().duplicates(rule), mail -> MailIds.NONE));
    }

    @Test
    @DisplayName("is at most twice as much for twice as many mails in one thread")
    void thread() {
        assertGrowsEvenly(mails -> mails(mails, Terms.usual(), mail -> tied(mail, mail - 1)));
    }

    @Test
    @DisplayName("is at most twice as much for twice as many mails that answer one")
    void answersToOne() {
        assertGrowsEvenly(mails -> mails(mails, Terms.usual(), mail -> tied(mail, 0)));
    }

    @ParameterizedTest
    @EnumSource(
            value = InquiryFactKind.class,
            names = {"RECEIVED", "BELONGS_TO", "RETRACTED", "RECLASSIFIED", "BOUNCED"},
            mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("is of one inquiry at most twice as much for twice as many facts")
    void facts(InquiryFactKind kind) {
        assertGrowsEvenly(facts -> of(IntStream.range(0, facts).mapToObj(number -> fact(number, kind, null))));
    }

    @ParameterizedTest
    @EnumSource(names = {"RETRACTED", "RECLASSIFIED", "BOUNCED"})
    @DisplayName("is of one inquiry at most twice as much for twice as many replies, each amended")
    void amended(InquiryFactKind kind) {
        assertGrowsEvenly(facts -> of(IntStream.range(0, facts)
                .boxed()
                .flatMap(number ->
                        Stream.of(fact(number, InquiryFactKind.REPLIED, null), fact(-number - 1, kind, id(number))))));
    }

    @ParameterizedTest
    @EnumSource(names = {"RETRACTED", "RECLASSIFIED"})
    @DisplayName("is of one reply at most twice as much for twice as many corrections")
    void correctedAgain(InquiryFactKind kind) {
        assertGrowsEvenly(facts -> of(IntStream.range(0, facts)
                .mapToObj(number -> number == 0 ? fact(0, InquiryFactKind.REPLIED, null) : fact(number, kind, id(0)))));
    }

    @Test
    @DisplayName("is at most twice as much for twice as many corrections of one another, thousands too")
    void rowOfCorrections() {
        assertGrowsEvenly(facts -> of(row(facts)));
        var pair = PairSnapshot.of(of(row(10_001))).judged(CLOSE);
        assertThat(pair.answers(inquiry(0))).hasSize(1);
    }

    @Test
    @DisplayName("it judges once for each inquiry, however often and about whatever it is asked")
    void once() {
        var pair =
                PairSnapshot.of(mails(FEW, Terms.usual(), mail -> MailIds.NONE)).judged(CLOSE);
        try (var judge = mockStatic(Judge.class, CALLS_REAL_METHODS)) {
            askAll(pair);
            askAll(pair);
            judge.verify(() -> Judge.judge(any(), any()), times(FEW));
        }
    }

    private void assertGrowsEvenly(IntFunction<List<CaseFile>> pairOf) {
        var few = looksAt(pairOf.apply(FEW));
        var many = looksAt(pairOf.apply(2 * FEW));
        assertThat(few).isPositive();
        assertThat(many).isLessThan(few * 22 / 10);
    }

    private int looksAt(List<CaseFile> pair) {
        var watched = pair.stream().map(this::watched).toList();
        looks = 0;
        askAll(PairSnapshot.of(watched).judged(CLOSE));
        return looks;
    }

    private static void askAll(JudgedPair pair) {
        var judgements =
                pair.known().stream().map(member -> pair.judgement(member.id())).toList();
        for (var judgement : judgements) {
            ask(pair, judgement);
        }
    }

    private static void ask(JudgedPair pair, Judgement judgement) {
        var inquiry = judgement.inquiry();
        pair.supplierActed(inquiry);
        pair.answers(inquiry);
        pair.grounds(judgement);
        for (var fact : pair.pair().file(inquiry).facts()) {
            pair.pair().refusal(inquiry, fact);
            pair.correctionOf(fact, inquiry);
        }
    }

    private CaseFile watched(CaseFile file) {
        return file.withFacts(file.facts().stream().map(this::watched).toList());
    }

    /** Each question to the fact is a look at it. */
    private Fact watched(Fact fact) {
        return mock(Fact.class, Mockito.withSettings().stubOnly().defaultAnswer(asked -> {
            looks++;
            return asked.getMethod().invoke(fact, asked.getArguments());
        }));
    }

    private static List<CaseFile> mails(int count, Terms terms, IntFunction<MailIds> ids) {
        return IntStream.range(0, count)
                .mapToObj(number -> mail(number, terms, List.of(receipt(number, ids.apply(number)), reply(number))))
                .toList();
    }

    private static MailIds tied(int own, int answered) {
        return new MailIds("mail-" + own, own == 0 ? List.of() : List.of("mail-" + answered));
    }

    private static List<CaseFile> of(Stream<Fact> facts) {
        var all = Stream.concat(Stream.of(receipt(0, MailIds.NONE)), facts).toList();
        return List.of(mail(0, Terms.usual(), all));
    }

    private static CaseFile mail(int number, Terms terms, List<Fact> facts) {
        var received = RECEIVED.plusSeconds(number);
        return CaseFile.builder(received, terms.agreed())
                .id(inquiry(number))
                .recordedAt(received)
                .facts(facts)
                .build();
    }

    private static InquiryId inquiry(int number) {
        return new InquiryId("q-" + number);
    }

    private static Fact receipt(int number, MailIds ids) {
        var received = RECEIVED.plusSeconds(number);
        var id = new FactId("q-" + number);
        return Fact.builder()
                .id(id)
                .caseId(inquiry(number))
                .kind(InquiryFactKind.RECEIVED)
                .occurredAt(received)
                .recordedAt(received)
                .mail(ids)
                .build();
    }

    /** A reply, and each further one takes back the one before. */
    private static Stream<Fact> row(int length) {
        return IntStream.range(0, length)
                .mapToObj(number -> number == 0
                        ? fact(0, InquiryFactKind.REPLIED, null)
                        : fact(number, InquiryFactKind.RETRACTED, id(number - 1)));
    }

    private static Fact reply(int number) {
        var when = ANSWERED.plusSeconds(number);
        var id = new FactId("reply-" + number);
        return Fact.builder()
                .id(id)
                .caseId(inquiry(number))
                .kind(InquiryFactKind.REPLIED)
                .author(AuthorKind.HUMAN)
                .occurredAt(when)
                .recordedAt(when)
                .build();
    }

    private static FactId id(int number) {
        return new FactId("f-" + number);
    }

    private static Fact fact(int number, InquiryFactKind kind, @Nullable FactId about) {
        var when = ANSWERED.plusSeconds(number);
        return Fact.builder()
                .id(id(number))
                .caseId(inquiry(0))
                .kind(kind)
                .author(AuthorKind.HUMAN)
                .occurredAt(when)
                .recordedAt(when)
                .about(about)
                .build();
    }
}
