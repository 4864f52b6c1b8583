package io.hourglass.access.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayName("What is refused before there are pages")
class PlainPageTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/buyers/b1/new-inquiry");

    private String text() {
        return PlainPage.saying(request, "TOO_MANY", 1);
    }

    @Test
    @DisplayName("is on a page in the language that was chosen, or else in that of the browser")
    void page() {
        assertThat(text()).contains("<html lang=\"en\">", "Too many requests", "Try again in 1 s.", "href=\"/\"");
        request.addPreferredLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(text()).contains("<html lang=\"zh\">", "请求过多", "1 秒");
        request.setCookies(new Cookie("lang", "en"));
        assertThat(text()).contains("<html lang=\"en\">");
    }

    @ParameterizedTest(name = "{0} {1} with Accept {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "GET, /buyers/b1/inquiries, 'text/html,*/*;q=0.8', true, false",
                "GET, /buyers/%zz, text/html, true, false",
                "GET, /buyers/b1/inquiries, application/json, false, true",
                "GET, /buyers/b1/inquiries, */*, false, false",
                "GET, /buyers/b1/inquiries, none, false, false",
                "POST, /buyers/b1/new-inquiry, */*, true, false",
                "POST, /buyers/b1/new-inquiry, none, true, false",
                "POST, /buyers/b1/new-inquiry, application/json, false, true",
                "POST, /api/inquiries, text/html, false, true",
                "GET, /%61pi/inquiries, text/html, true, true",
                "GET, /api/%zz, text/html, true, true",
                "HEAD, /api/inquiries/1, 'text/html,*/*;q=0.8', true, true",
                "PUT, /api/inquiries/1, text/html, false, true",
                "GET, /api/inquiries/1, */*, false, true",
                "GET, /api/inquiries/1, none, false, true",
                "GET, /api/inquiries/1, 'application/problem+json,text/html', false, true"
            })
    @DisplayName("is wanted by a browser and for a form, not by a call of the API nor by what takes no HTML")
    void wanted(String method, String path, @Nullable String accept, boolean page, boolean out) {
        request.setMethod(method);
        request.setRequestURI(path);
        if (accept != null) {
            request.addHeader("Accept", accept);
        }
        assertThat(PageWanted.by(request)).isEqualTo(page);
        assertThat(PageWanted.isRuledOutBy(request)).isEqualTo(out);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "X-API-Key, k, false",
        "Authorization, Basic b2xnYQ==, false",
        "Sec-Fetch-Mode, cors, false",
        "Sec-Fetch-Mode, navigate, true"
    })
    @DisplayName(
            "is wanted of the API by who opens its address in a browser, not by a program nor a script, whatever they take")
    void opened(String header, String value, boolean page) {
        request.setMethod("GET");
        request.setRequestURI("/api/inquiries/1");
        request.addHeader("Accept", "text/html, image/gif, */*; q=.2");
        request.addHeader(header, value);
        assertThat(PageWanted.by(request)).isEqualTo(page);
    }
}
