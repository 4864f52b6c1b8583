package io.hourglass.inquiry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

/** Calls of the API; in bodies a ' stands for a ". */
final class Calls {

    private static final List<String> TABLES =
            List.of("inquiry", "supplier", "fact", "fact_text", "thread_message", "verdict_entry", "book_day");

    /** All are of one trace: else a problem that is sent again would be another. */
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final MockMvc mvc;
    private final JdbcClient jdbc;

    Calls(MockMvc mvc, JdbcClient jdbc) {
        this.mvc = mvc;
        this.jdbc = jdbc;
    }

    ResultActions send(String path, String body) throws Exception {
        return mvc.perform(post(path)
                .header("traceparent", TRACE)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"')));
    }

    ResultActions read(String path, Object... parts) throws Exception {
        return mvc.perform(get(path, parts));
    }

    String answerTo(String path, String body, ResultMatcher status) throws Exception {
        return send(path, body).andExpect(status).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** Bad input: one broken field is named, and nothing has changed. */
    ResultActions refuses(String path, String body, String field, @Nullable String value, String rule)
            throws Exception {
        var before = rows();
        var result = send(path, body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("Bad input"))
                .andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].value").value(value))
                .andExpect(jsonPath("$.errors[0].rule").value(org.hamcrest.Matchers.containsString(rule)));
        assertThat(rows()).isEqualTo(before);
        return result;
    }

    Map<String, Integer> rows() {
        var rows = new LinkedHashMap<String, Integer>();
        for (var table : TABLES) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from hourglass." + table)
                            .query(Integer.class)
                            .single());
        }
        return rows;
    }
}
