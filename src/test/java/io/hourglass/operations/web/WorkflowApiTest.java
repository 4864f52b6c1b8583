package io.hourglass.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("A process model")
class WorkflowApiTest {

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest(name = "{0} is answered as BPMN with its diagram")
    @CsvSource({"inquiry, inquiry", "referral, referral", "day-close, dayClose", "dispute, dispute"})
    void deployed(String name, String key) throws Exception {
        mvc.perform(get("/api/process-models/" + name).accept(MediaType.APPLICATION_XML))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_XML))
                .andExpect(content().string(containsString("<bpmn:process id=\"" + key + "\"")))
                .andExpect(content().string(containsString("<bpmndi:BPMNDiagram")));
    }

    @Test
    @DisplayName("is the latest version unless another is asked for")
    void versions() throws Exception {
        var latest = mvc.perform(get("/api/process-models/inquiry")).andReturn().getResponse();
        var first = mvc.perform(get("/api/process-models/inquiry?version=1"))
                .andReturn()
                .getResponse();
        assertThat(first.getContentAsString()).isEqualTo(latest.getContentAsString());
        mvc.perform(get("/api/process-models/inquiry?version=2").accept(MediaType.APPLICATION_XML))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/process-models/inquiry?version=0"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("version"))
                .andExpect(jsonPath("$.errors[0].rule").value("1 or more"));
    }

    @ParameterizedTest(name = "{0} has its names in Chinese on request, and nothing else changed")
    @CsvSource({
        "inquiry, Keep the case open, 等待处理",
        "referral, Rank the candidates, 候选供应商排序",
        "day-close, Day locked, 等待日结",
        "dispute, Decide the dispute, 裁决申诉"
    })
    void chinese(String name, String english, String chinese) throws Exception {
        var deployed = bpmn(name, "en");
        assertThat(deployed).contains(english).isEqualTo(bpmn(name, null));
        var inChinese = bpmn(name, "zh");
        assertThat(inChinese).contains(chinese).doesNotContain(english);
        assertThat(inChinese.split(" id=\"")).hasSameSizeAs(deployed.split(" id=\""));
        assertThat(inChinese.split("<bpmndi:")).hasSameSizeAs(deployed.split("<bpmndi:"));
    }

    private String bpmn(String name, @Nullable String language) throws Exception {
        var request = get("/api/process-models/" + name);
        return mvc.perform(language == null ? request : request.param("lang", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("has no names in a third language")
    void thirdLanguage() throws Exception {
        mvc.perform(get("/api/process-models/inquiry?lang=fr"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("lang"))
                .andExpect(jsonPath("$.errors[0].rule").value("en or zh"));
    }

    @Test
    @DisplayName("that is none of ours is unknown, by the engine's name too")
    void unknown() throws Exception {
        mvc.perform(get("/api/process-models/dayClose")).andExpect(status().isNotFound());
        mvc.perform(get("/api/process-models/invoice"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("invoice")));
    }
}
