package io.hourglass.access.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("Accounts and keys over HTTP")
class AccessApiTest {

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'role': 'SUPPLIER', 'party': ' s1', 'password': 'a-long-password'}|party",
                "{'role': 'SUPPLIER', 'party': 'a\\u0000b', 'password': 'a-long-password'}|party",
                "{'role': 'SUPPLIER', 'password': 'a-long-password'}|party",
                "{'role': 'OPERATIONS', 'party': 's1', 'password': 'a-long-password'}|party",
                "{'role': 'INTEGRATION', 'password': 'a-long-password'}|role",
                "{'role': 'OPERATIONS', 'password': 'too-short-11'}|",
                "{'role': 'OPERATIONS', 'password': 'too-short-1'}|password",
                "{'role': 'OPERATIONS'}|password"
            },
            quoteCharacter = '"')
    @DisplayName("an account that nobody could sign in with is refused")
    void accounts(String json, String field) throws Exception {
        var answer = mvc.perform(
                put("/api/accounts/ada").contentType(MediaType.APPLICATION_JSON).content(json.replace('\'', '"')));
        if (field == null) {
            answer.andExpect(status().isOk());
        } else {
            answer.andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value(field));
            mvc.perform(get("/api/accounts")).andExpect(jsonPath("$.length()").value(0));
        }
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'a\\u0000b', 'scopes': ['READ']}|name",
                "{'name': ' ', 'scopes': ['READ']}|name",
                "{'scopes': ['READ']}|name",
                "{'name': 'a', 'scopes': []}|scopes",
                "{'name': 'a', 'scopes': [null]}|scopes[]"
            },
            quoteCharacter = '"')
    @DisplayName("a key without a name or a scope is refused")
    void keys(String json, String field) throws Exception {
        mvc.perform(post("/api/api-keys")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.replace('\'', '"')))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
        mvc.perform(get("/api/api-keys")).andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    @DisplayName("a name may be of 64 characters and no more")
    void longestName() throws Exception {
        var auditor = "{\"role\": \"OPERATIONS\", \"password\": \"a-long-password\"}";
        mvc.perform(put("/api/accounts/" + "x".repeat(64))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(auditor))
                .andExpect(status().isOk());
        mvc.perform(put("/api/accounts/" + "x".repeat(65))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(auditor))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("name"));
    }
}
