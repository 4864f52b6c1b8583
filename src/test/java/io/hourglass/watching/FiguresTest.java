package io.hourglass.watching;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.web.As;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("Figures for Prometheus")
class FiguresTest {

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:hourglass|http|hikaricp|jvm|process)_[a-z0-9_]+(?=[{\\[ )]|$)", Pattern.MULTILINE);
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^\\s*(?:expr:|\"expr\":) (.*)$");
    private static final Pattern ALERT = Pattern.compile("(?m)- alert: (\\w+)$");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Scrapes scrapes;

    private String scrape() throws Exception {
        scrapes.look();
        var response = mvc.perform(get("/actuator/prometheus").with(as(As.integration(Scope.WATCH))))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private double value(String series) throws Exception {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    @Test
    @DisplayName("count what came in by outcome, and what was refused by reason")
    void intake() throws Exception {
        var taken = "hourglass_intake_facts_total{channel=\"WEB\",outcome=\"taken\",track=\"INQUIRY\"}";
        var unknown = "hourglass_intake_refused_total{reason=\"not_known\",track=\"INQUIRY\"}";
        var before = value(taken);
        var refused = value(unknown);
        marketplace.reply(marketplace.inquiry("i"));
        Assertions.assertThatThrownBy(() -> marketplace.reply(new InquiryId("none")))
                .isInstanceOf(NotFound.class);

        assertThat(value(taken)).isGreaterThan(before);
        assertThat(value(unknown)).isEqualTo(refused + 1);
    }

    @Test
    @DisplayName("say how many inquiries are owed a reply by the time left, at risk below six hours, and missed")
    void open() throws Exception {
        marketplace.inquiry("i");
        assertThat(value("hourglass_open_inquiries{left=\"72h_or_more\"}")).isEqualTo(1);
        assertThat(value("hourglass_inquiries_at_risk")).isZero();

        marketplace.pass(Duration.ofHours(66));
        assertThat(value("hourglass_inquiries_at_risk")).isZero();

        marketplace.pass(Duration.ofMinutes(1));
        assertThat(value("hourglass_inquiries_at_risk")).isEqualTo(1);
        assertThat(value("hourglass_open_inquiries{left=\"under_6h\"}")).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    @DisplayName("are all there that alerts and dashboard name")
    void named(String file) throws Exception {
        marketplace.inquiry("i");
        marketplace.pass(Duration.ofDays(6));
        var there = new TreeSet<String>();
        scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> there.add(line.replaceFirst("[{ ].*", "")));

        assertThat(there).containsAll(named(Path.of("docs/monitoring", file)));
    }

    private static Set<String> named(Path file) throws IOException {
        var names = new TreeSet<String>();
        EXPRESSION.matcher(Files.readString(file)).results().forEach(expression -> METRIC.matcher(expression.group(1))
                .results()
                .forEach(metric -> names.add(metric.group())));
        assertThat(names).hasSizeGreaterThan(10);
        return names;
    }

    @Test
    @DisplayName("have no label that tells a supplier, a buyer or a text of theirs")
    void bounded() throws Exception {
        marketplace.inquiry(
                "secret-inquiry", Marketplace.BUYER, new SupplierId("secret-supplier"), "secret-category", "secret");
        mvc.perform(get("/api/suppliers/secret-supplier/profile").with(as(As.operations())));
        mvc.perform(get("/no/secret/page").with(as(As.operations())));

        assertThat(scrape()).doesNotContain("secret", Marketplace.BUYER.value());
    }

    @Test
    @DisplayName("lead each alert to its section in the document, and each is tested by promtool")
    void runbook() throws IOException {
        var alerts = ALERT.matcher(Files.readString(Path.of("docs/monitoring/alerts.yml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        var sections =
                Arrays.asList(Files.readString(Path.of("docs/operations.md")).split("\n", -1));
        var tests = Files.readString(Path.of("docs/monitoring/alerts-test.yml"));

        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            assertThat(sections).contains("#### " + alert);
            assertThat(tests).contains("# " + alert + " fires", "# " + alert + " is quiet");
        });
    }
}
