package io.hourglass.portal.operations;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.web.As;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.audit.actions.ActionLog.Done;
import io.hourglass.imports.StartImport;
import io.hourglass.imports.StartImport.Asked;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.work.GoThrough;
import io.hourglass.inquiry.Marketplace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The pages of imports")
class ImportPagesTest {

    private static final String LIST = "/operations/imports";
    private static final String HEADER = "event,inquiry,buyer,supplier,at,author\n";
    private static final String REFRESHES = "hx-trigger=\"every 3s\"";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private StartImport start;

    @Autowired
    private GoThrough files;

    @Autowired
    private Imports imports;

    @Autowired
    private ActionLog actions;

    private ImportFile begun(boolean rehearsed, String lines) throws IOException {
        var bytes = (HEADER + lines).getBytes(StandardCharsets.UTF_8);
        return start.start(new Asked("<march>.csv", rehearsed, "olga"), new ByteArrayInputStream(bytes));
    }

    private ImportFile gone(boolean rehearsed, String lines) throws IOException {
        var file = begun(rehearsed, lines);
        files.next(file.id(), counts -> {}, () -> true);
        return imports.find(file.id()).orElseThrow();
    }

    private static String received(int number) {
        return "RECEIVED,i" + number + ",b1,s1," + START + ",\n";
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(number -> line).collect(Collectors.joining("\n"));
    }

    private String page(String path, String language, Caller reader) throws Exception {
        return mvc.perform(get(path)
                        .with(as(reader))
                        .header("Accept-Language", language)
                        .header("Accept", "text/html"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String path) throws Exception {
        return page(path, "en", As.operations());
    }

    private List<Done> stops() {
        return actions.latest(ActionLog.Sought.of(Action.STOP_AN_IMPORT), 0, 9);
    }

    private static String path(ImportFile file) {
        return LIST + "/" + file.id();
    }

    @Test
    @DisplayName("list the files with what became of their lines, and refresh themselves while one goes on")
    void listed() throws Exception {
        assertThat(page(LIST)).contains("No file was sent.").doesNotContain(REFRESHES);
        marketplace.pass(Duration.ofHours(1));
        gone(false, received(1) + received(2) + "nonsense");
        assertThat(page(LIST))
                .contains("&lt;march&gt;.csv", "Done", "olga", ">3</td>", ">2</td>", ">1</td>")
                .doesNotContain(REFRESHES, "<progress");
        begun(true, received(1));
        assertThat(page(LIST)).contains(REFRESHES, "In progress", "Rehearsal", "0 %");
        assertThat(page(LIST, "zh", As.auditor())).contains("处理中", "试运行", "已完成");
    }

    @Test
    @DisplayName("list the files a page at a time, with how many there are")
    void paged() throws Exception {
        for (var file = 0; file < 50; file++) {
            begun(true, received(1));
        }
        assertThat(page(LIST)).doesNotContain("class=\"pager\"");
        begun(true, received(1));
        assertThat(page(LIST)).contains("1 to 50 of 51", "href=\"?page=1\"");
        assertThat(page(LIST + "?page=1"))
                .contains("51 to 51 of 51", "href=\"?page=0\"")
                .contains("hx-get=\"/operations/imports?page=1\"")
                .doesNotContain("href=\"?page=2\"");
    }

    @Test
    @DisplayName("say how much time a file takes yet, by what it has taken so far")
    void timeLeft() throws Exception {
        marketplace.pass(Duration.ofHours(1));
        var file = begun(
                false, IntStream.range(0, 8_000).mapToObj(number -> received(1)).collect(Collectors.joining()));
        assertThat(page(path(file))).doesNotContain(" left<");
        marketplace.pass(Duration.ofMinutes(1));
        files.next(file.id(), counts -> {}, () -> false);
        var until = imports.find(file.id()).orElseThrow();
        assertThat(until.percent()).isBetween(1, 98);
        assertThat(page(path(file))).contains("<progress", until.percent() + " %", "about ", " left<");
    }

    @Test
    @DisplayName(
            "of one file show why it failed, and each line of which there is something to say, by kind and a page at a time")
    void noted() throws Exception {
        marketplace.pass(Duration.ofDays(6));
        var file = gone(true, received(1) + "REPLIED,i9,,," + START + ",HUMAN\n" + lines(60, "<b>nonsense"));
        var first = page(path(file));
        assertThat(first)
                .contains("number of fields is 1", "&lt;b&gt;nonsense", "is not known", ">51</th>", "after=51")
                .contains("/api/imports/" + file.id() + "/rejected")
                .doesNotContain(">52</th>", "<b>nonsense");
        assertThat(page(path(file) + "?after=51"))
                .contains(">52</th>", ">63</th>", "after=0")
                .doesNotContain(">51</th>", "after=63");
        assertThat(page(path(file) + "?kind=REJECTED"))
                .contains("?kind=REJECTED&amp;after=53")
                .doesNotContain(">54</th>");
        assertThat(page(path(file) + "?kind=REJECTED&after=53")).contains(">54</th>", "?kind=REJECTED&amp;after=0");
        assertThat(page(path(file) + "?kind=WAITING")).contains(">3</th>").doesNotContain(">4</th>", ">2</th>");
        assertThat(page(path(file), "zh", As.auditor())).contains("未通过", "等待询盘", "逾期");
        mvc.perform(get(path(file) + "?kind=OTHER").with(as(As.operations()))).andExpect(status().isBadRequest());
        mvc.perform(get(LIST + "/none").with(as(As.operations()))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("let operations stop a file once, which the ledger has, and say so where it was over before")
    void stopped() throws Exception {
        var file = begun(false, received(1));
        assertThat(page(path(file))).contains(path(file) + "/stop");
        assertThat(page(path(file), "en", As.auditor())).doesNotContain(path(file) + "/stop");
        mvc.perform(post(path(file) + "/stop").with(as(As.auditor()))).andExpect(status().isForbidden());

        mvc.perform(post(path(file) + "/stop").with(as(As.operations())))
                .andExpect(redirectedUrl(path(file)))
                .andExpect(flash().attribute("said", "The import was stopped."));
        mvc.perform(post(path(file) + "/stop").with(as(As.operations()))).andExpect(redirectedUrl(path(file)));
        mvc.perform(get(path(file) + "/stop").with(as(As.operations()))).andExpect(redirectedUrl(path(file)));

        assertThat(page(path(file))).contains("Stopped").doesNotContain(path(file) + "/stop", REFRESHES);
        assertThat(stops())
                .extracting(Done::action, Done::about, Done::details)
                .containsExactly(tuple(Action.STOP_AN_IMPORT, file.id(), ""));
        assertThat(page("/operations/actions")).contains("stopped an import", path(file));
    }

    @Test
    @DisplayName("say of one that was over before it was stopped how it ended, and note nothing")
    void over() throws Exception {
        marketplace.pass(Duration.ofHours(1));
        var file = gone(false, received(1));
        mvc.perform(post(path(file) + "/stop").with(as(As.operations())))
                .andExpect(flash().attribute("said", "The import was done already."));
        assertThat(stops()).isEmpty();
        mvc.perform(post(LIST + "/none/stop").with(as(As.operations()))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("say why a file failed")
    void failed() throws Exception {
        var file = begun(false, received(1));
        imports.end(file.id(), ImportState.FAILED, marketplace.now(), "line 9 has no end: this is no text");
        assertThat(page(path(file))).contains("could not be read to its end", "line 9 has no end: this is no text");
    }

    @Test
    @DisplayName("show facts that wait, with their inquiry and for how long, until it is known")
    void parked() throws Exception {
        assertThat(page("/operations/parked-facts")).contains("No fact waits.");
        assertThat(page(LIST)).doesNotContain("/operations/parked-facts");
        marketplace.pass(Duration.ofHours(1));
        gone(false, "REPLIED,i&1,,," + START + ",HUMAN");
        marketplace.pass(Duration.ofHours(2));
        assertThat(page("/operations/parked-facts", "en", As.auditor())).contains("i&amp;1", "2 h");
        assertThat(page("/operations/parked-facts", "zh", As.operations())).contains("2 小时");
        assertThat(page(LIST)).contains("One fact waits for its inquiry");
        marketplace.inquiry("i&1");
        assertThat(page("/operations/parked-facts")).contains("No fact waits.");
    }

    @Test
    @DisplayName("name the fields of a file, and let operations alone send one from the page")
    void sending() throws Exception {
        assertThat(page(LIST))
                .contains("event,inquiry,buyer,supplier,at,author", "message,from,buyer,account", "id=\"send\"")
                .contains("import march.csv.gz --rejected rejected.csv", "/api/imports?name=");
        assertThat(page(LIST, "en", As.auditor())).doesNotContain("id=\"send\"", "/scripts/imports.js");
    }
}
