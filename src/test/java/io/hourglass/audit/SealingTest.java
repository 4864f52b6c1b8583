package io.hourglass.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.HourglassTest;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.audit.seals.Seals;
import io.hourglass.batch.Transactions;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.close.DayPublication;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("At each day close the ledger is sealed")
class SealingTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SubmitInquiry submit;

    @Autowired
    private Seals seals;

    @Autowired
    private LedgerExport export;

    @Autowired
    private Ledger ledger;

    @Autowired
    private DayPublication publication;

    @Autowired
    private BookDays days;

    @Autowired
    private Actions actions;

    @Autowired
    private Transactions transactions;

    @Test
    @DisplayName("once the numbers are out, not before")
    void atTheClose() {
        marketplace.inquiry("i");
        marketplace.passTo(closeOf(MONDAY).minusMillis(1));
        assertThat(seals.last(Track.INQUIRY)).isEmpty();
        marketplace.passTo(closeOf(MONDAY));
        assertThat(seals.last(Track.INQUIRY).orElseThrow().day()).isEqualTo(MONDAY);
    }

    @Test
    @DisplayName("over the rules, the day's inquiries, facts and verdicts, and the numbers they make, in this order")
    void content() {
        var inquiry = marketplace.inquiry("i");
        marketplace.reply(inquiry);
        marketplace.passTo(closeOf(MONDAY));

        assertThat(kinds(MONDAY)).containsExactly("SEAL", "POLICY", "INQUIRY", "FACT", "FACT", "VERDICT", "NUMBER");
    }

    @Test
    @DisplayName("without what people wrote, and without their names")
    void noNames() {
        var text = new FactText("Kühlung, dringend", "Ring me: +49 30 1234567");
        submit.submit(Submission.builder()
                .id(new InquiryId("i"))
                .buyer(Marketplace.BUYER)
                .supplier(Marketplace.SUPPLIER)
                .channel(Channel.WEB)
                .category("machines/cooling")
                .text(text)
                .build());
        marketplace.passTo(closeOf(MONDAY));

        assertThat(String.join("\n", lines(MONDAY)))
                .contains("machines/cooling")
                .doesNotContain("dringend", "Ring me", Marketplace.BUYER.value());
    }

    @Test
    @DisplayName("empty days too, each on the root of the day before")
    void chain() {
        marketplace.inquiry("i");
        marketplace.passTo(closeOf(MONDAY.plusDays(2)));

        var all = seals.between(Track.INQUIRY, MONDAY, MONDAY.plusDays(9));
        assertThat(all).extracting(Seal::day).containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(all.get(0).former()).isNull();
        assertThat(all.get(1).former()).isEqualTo(all.get(0).root());
        assertThat(all.get(2).former()).isEqualTo(all.get(1).root());
        assertThat(lines(MONDAY.plusDays(1)).get(0))
                .contains("\"former\":\"" + all.get(0).root() + "\"");
        assertThat(kinds(MONDAY.plusDays(1))).containsExactly("SEAL", "POLICY", "NUMBER");
    }

    @Test
    @DisplayName("once: the step may run again")
    void once() {
        marketplace.inquiry("i");
        marketplace.passTo(closeOf(MONDAY));
        var seal = seals.last(Track.INQUIRY).orElseThrow();
        var day = seal.sealed();
        marketplace.pass(Duration.ofHours(1));

        transactions.inOne(() -> publication.publish(TrackDay.ofInquiries(MONDAY)));
        assertThat(seals.latest(Track.INQUIRY, 0, 10)).containsExactly(seal);
        assertThat(day.booksFrom()).isEqualTo(days.first(Track.INQUIRY).orElseThrow());
    }

    @Test
    @DisplayName("each day once, and none before the day before it")
    void inOrder() {
        marketplace.inquiry("i");
        marketplace.passTo(closeOf(MONDAY));
        var seal = seals.last(Track.INQUIRY).orElseThrow();

        transactions.inOne(() -> ledger.seal(seal.sealed()));
        assertThat(seals.latest(Track.INQUIRY, 0, 10)).containsExactly(seal);
        var afterTheNext = new SealedDay(
                TrackDay.ofInquiries(MONDAY.plusDays(2)), MONDAY, closeOf(MONDAY.plusDays(2)), MONDAY.plusDays(7));
        assertThatThrownBy(() -> transactions.inOne(() -> ledger.seal(afterTheNext)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(MONDAY.toString());
        assertThat(seals.latest(Track.INQUIRY, 0, 10)).containsExactly(seal);
    }

    @Test
    @DisplayName(
            "a fact learned of at the very close is sealed with its day; one learned of later, with the next close")
    void lateFact() {
        var inquiry = marketplace.inquiry("i");
        marketplace.pass(Duration.ofHours(1));
        marketplace.inquiry("j");
        var written = marketplace.now();
        marketplace.passTo(closeOf(MONDAY).minusMillis(1));
        var last = marketplace.reply(inquiry).fact().fact().id();
        marketplace.passTo(closeOf(MONDAY));
        var before = lines(MONDAY);
        marketplace.pass(Duration.ofMillis(1));
        var late = marketplace.reply(new InquiryId("j"), AuthorKind.HUMAN, written);
        marketplace.passTo(closeOf(MONDAY.plusDays(1)));

        assertThat(lines(MONDAY)).isEqualTo(before);
        assertThat(before).anyMatch(line -> line.contains("\"fact\":\"" + last + "\""));
        assertThat(lines(MONDAY.plusDays(1)))
                .filteredOn(line -> line.contains("\"record\":"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"entry\":\"FACT\",\"record\":")
                        .contains("\"fact\":\"" + late.fact().fact().id() + "\""));
    }

    @Test
    @DisplayName("an inquiry learned of after its day's close comes with its facts and its state beside the next day")
    void lateInquiry() {
        marketplace.inquiry("i");
        var received = marketplace.now();
        marketplace.passTo(closeOf(MONDAY).plusMillis(1));
        marketplace.inquiry("late", Marketplace.BUYER, Marketplace.SUPPLIER, received, null);
        marketplace.passTo(closeOf(MONDAY.plusDays(1)));

        assertThat(String.join("\n", lines(MONDAY))).doesNotContain("\"late\"");
        assertThat(lines(MONDAY.plusDays(1)))
                .filteredOn(line -> line.contains("\"record\":"))
                .allMatch(line -> line.contains("\"inquiry\":\"late\""))
                .extracting(SealingTest::kind)
                .contains("INQUIRY", "FACT")
                .doesNotContain("NUMBER");
    }

    @Test
    @DisplayName("what people did since the last close comes in under their pseudonym")
    void actions() {
        marketplace.inquiry("i");
        transactions.inOne(() -> actions.noteOf("auditor-7", Action.RAISE_A_DISPUTE, "i", "asked \"why?\"\n twice"));
        marketplace.passTo(closeOf(MONDAY));

        assertThat(lines(MONDAY))
                .filteredOn(line -> kind(line).equals("ACTION"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"action\":\"raise a dispute\",\"about\":\"i\"", "\\\"why?\\\"\\u000a twice")
                        .doesNotContain("auditor-7"));
    }

    private List<String> lines(LocalDate day) {
        var out = new ByteArrayOutputStream();
        export.write(seals.find(TrackDay.ofInquiries(day)).orElseThrow(), out);
        var all = out.toString(StandardCharsets.UTF_8).lines().toList();
        return all.subList(1, all.size());
    }

    private List<String> kinds(LocalDate day) {
        return lines(day).stream().map(SealingTest::kind).toList();
    }

    private static String kind(String line) {
        return line.substring("{\"entry\":\"".length(), line.indexOf('"', "{\"entry\":\"".length()));
    }

    private static Instant closeOf(LocalDate day) {
        return day.plusDays(5).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
