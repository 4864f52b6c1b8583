package io.hourglass.bench.trial;

import io.hourglass.bench.contender.HourglassItself;
import io.hourglass.bench.measure.Patience;
import io.hourglass.imports.StartImport;
import io.hourglass.imports.StartImport.Asked;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * Facts as a file against the same facts as requests of a single client: inquiries and a reply to each. On a database on which
 * nothing else has happened.
 *
 * @param requests facts that were sent one by one
 * @param lines facts of the file
 */
public record BulkImport(int requests, double requestsPerSecond, int lines, double linesPerSecond) {

    static final Instant NOON = Instant.parse("2021-03-01T04:00:00Z");
    static final int SUPPLIERS = 300;

    public static BulkImport of(HourglassItself hourglass, int requests, int inquiries) {
        hourglass.moveTo(NOON);
        single(hourglass, "warm-", requests);
        var begun = System.nanoTime();
        single(hourglass, "one-", requests);
        var single = 2 * requests * 1e9 / (System.nanoTime() - begun);
        file(hourglass, "warmer-", requests);
        hourglass.database().analyze();
        begun = System.nanoTime();
        file(hourglass, "many-", inquiries);
        return new BulkImport(2 * requests, single, 2 * inquiries, 2 * inquiries * 1e9 / (System.nanoTime() - begun));
    }

    static void single(HourglassItself hourglass, String prefix, int inquiries) {
        var submit = hourglass.bean(SubmitInquiry.class);
        var record = hourglass.bean(RecordFact.class);
        for (var number = 0; number < inquiries; number++) {
            var id = new InquiryId(prefix + number);
            submit.submit(Submission.builder()
                    .id(id)
                    .buyer(new BuyerId("b-" + prefix + number))
                    .supplier(new SupplierId("s-" + number % SUPPLIERS))
                    .channel(Channel.LOG)
                    .receivedAt(NOON.minus(Duration.ofHours(2)))
                    .build());
            record.record(FactReport.builder()
                    .id(new FactId("r-" + prefix + number))
                    .inquiry(id)
                    .kind(InquiryFactKind.REPLIED)
                    .author(AuthorKind.HUMAN)
                    .channel(Channel.LOG)
                    .occurredAt(NOON.minus(Duration.ofHours(1)))
                    .build());
        }
    }

    private static void file(HourglassItself hourglass, String prefix, int inquiries) {
        var lines = new StringBuilder("event,inquiry,buyer,supplier,at,author\n");
        for (var number = 0; number < inquiries; number++) {
            lines.append("RECEIVED,%1$s%2$d,b-%1$s%2$d,s-%3$d,%4$s,\n"
                    .formatted(prefix, number, number % SUPPLIERS, NOON.minus(Duration.ofHours(2))));
            lines.append("REPLIED,%s%d,,,%s,HUMAN\n".formatted(prefix, number, NOON.minus(Duration.ofHours(1))));
        }
        var file = started(hourglass, prefix, lines.toString());
        var imports = hourglass.bean(Imports.class);
        Patience.until(
                () -> imports.find(file.id()).orElseThrow().state().isOver(),
                () -> "the import " + prefix + " is open");
        var over = imports.find(file.id()).orElseThrow();
        if (over.state() != ImportState.DONE || over.counts().taken() != 2L * inquiries) {
            throw new IllegalStateException("the import " + prefix + " came to " + over);
        }
    }

    private static ImportFile started(HourglassItself hourglass, String name, String lines) {
        try {
            return hourglass
                    .bean(StartImport.class)
                    .start(
                            new Asked(name, false, "bench"),
                            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
