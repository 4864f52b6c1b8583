package io.hourglass.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** The doors of the real server. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:doors-${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "hourglass.demo=false"
        })
class DoorsTest {

    @Autowired
    private TestRestTemplate http;

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({
        "/, 200",
        "/hourglass.css, 200",
        "/webjars/htmx.org/dist/htmx.min.js, 200",
        "/alternatives/none, 404",
        "/inquiry.svg, 200",
        "/openapi, 200",
        "/api/suppliers, 200",
        "/engine-rest, 404",
        "/engine-rest/engine, 404",
        "/camunda/app/cockpit/, 200",
        "/camunda/api/engine/engine/default/process-definition, 401"
    })
    void doors(String path, int status) {
        assertThat(http.getForEntity(path, String.class).getStatusCode().value())
                .isEqualTo(status);
    }

    @Test
    @DisplayName("an id with a slash can be read again at the address that its submission gave")
    void slashInId() {
        var inquiry = Map.of("id", "2026/42", "buyer", "b1", "supplier", "s1");
        var kept = http.postForEntity("/api/inquiries", inquiry, String.class);
        var read = http.getForEntity(Objects.requireNonNull(kept.getHeaders().getLocation()), String.class);
        assertThat(read.getStatusCode().value()).isEqualTo(200);
        assertThat(read.getBody()).contains("\"id\":\"2026/42\"");
    }

    @Test
    @DisplayName("every call is described, with its errors, formats and an example")
    void described() {
        var api = http.getForObject("/openapi.json", String.class);
        assertThat(api)
                .contains("/api/inquiries/{inquiry}/amendments")
                .contains("/api/suppliers/{supplier}/published-number/inquiries")
                .contains("/api/book-days")
                .contains("application/problem+json")
                .contains("#/components/schemas/Problem")
                .contains("inq-1001")
                .contains("\"maxLength\":20000")
                .contains("\"format\":\"date-time\"");
    }
}
