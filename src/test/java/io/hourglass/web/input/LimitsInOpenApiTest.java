package io.hourglass.web.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("A list of the API")
class LimitsInOpenApiTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ObjectMapper json;

    /** @param parameters of the call that gives it, as the description has them */
    private record Described(String path, List<JsonNode> parameters) {

        JsonNode schemaOf(String name) {
            return parameters.stream()
                    .filter(one -> one.at("/name").asText().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .at("/schema");
        }

        /** With a value for each parameter that must be given, and another one for one of them. */
        MockHttpServletRequestBuilder asking(String name, long value) {
            var call = get(path.replaceAll("\\{\\w+}", "x"));
            parameters.stream()
                    .filter(one -> one.at("/in").asText().equals("query")
                            && one.at("/required").asBoolean())
                    .forEach(one -> call.param(
                            one.at("/name").asText(),
                            one.at("/schema/format").asText().equals("date-time") ? "2026-03-02T00:00:00Z" : "x"));
            return call.param(name, Long.toString(value));
        }
    }

    @Test
    @DisplayName(
            "says in the API's description how large a page may be and usually is, and refuses one beyond, naming the rule")
    void sizes() throws Exception {
        var lists = withParameter("size");
        assertThat(lists).hasSizeGreaterThan(12);
        for (var list : lists) {
            var size = list.schemaOf("size");
            assertThat(size.at("/minimum").asInt()).as(list.path()).isEqualTo(1);
            assertThat(size.at("/default").asInt())
                    .as(list.path())
                    .isBetween(1, size.at("/maximum").asInt());
            var most = size.at("/maximum").asInt();
            refuses(list, "size", 0, "1 to " + most);
            refuses(list, "size", most + 1L, "1 to " + most);
        }
    }

    @Test
    @DisplayName("says that its pages are counted from 0, and refuses one before, naming the rule")
    void pages() throws Exception {
        var lists = withParameter("page");
        assertThat(lists).hasSizeGreaterThan(12);
        for (var list : lists) {
            var page = list.schemaOf("page");
            assertThat(page.at("/minimum").asInt(-1)).as(list.path()).isZero();
            assertThat(page.at("/default").asInt(-1)).as(list.path()).isZero();
            refuses(list, "page", -1, "0 or more");
        }
    }

    private void refuses(Described list, String field, long value, String rule) throws Exception {
        for (var language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            mvc.perform(list.asking(field, value).locale(language))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors.length()").value(1))
                    .andExpect(jsonPath("$.errors[0].field").value(field))
                    .andExpect(jsonPath("$.errors[0].value").value(Long.toString(value)))
                    .andExpect(jsonPath("$.errors[0].rule").value(rule));
        }
    }

    private List<Described> withParameter(String name) throws Exception {
        var answer = mvc.perform(get("/openapi.json")).andReturn().getResponse();
        var found = new ArrayList<Described>();
        for (var path :
                json.readTree(answer.getContentAsByteArray()).at("/paths").properties()) {
            var parameters = StreamSupport.stream(
                            path.getValue().at("/get/parameters").spliterator(), false)
                    .toList();
            if (parameters.stream().anyMatch(one -> one.at("/name").asText().equals(name))) {
                found.add(new Described(path.getKey(), parameters));
            }
        }
        return found;
    }
}
