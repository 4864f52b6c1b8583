package io.hourglass.rate.web;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.rate.numbers.TermsInForce;
import io.hourglass.rate.standing.Standings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;

/** A supplier's rate as a badge for other sites, with its sample and its window; or that there is none to show. */
@RestController
@RequestMapping("/badges/{supplier}")
@Tag(name = "Standing")
class BadgeApi {

    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(15)).cachePublic();

    private final Standings standings;
    private final TermsInForce terms;
    private final MessageSource messages;

    BadgeApi(Standings standings, TermsInForce terms, MessageSource messages) {
        this.terms = terms;
        this.standings = standings;
        this.messages = messages;
    }

    /** @param snippet of HTML, to put on a page as it is */
    record BadgeView(
            String supplier, String title, String value, String sample, String window, String svg, String snippet) {}

    @GetMapping(value = "/badge.svg", produces = "image/svg+xml")
    @Operation(
            summary = "A supplier's badge as a picture",
            description = "In the language that `lang` or the header asks for.")
    ResponseEntity<String> picture(@PathVariable String supplier, Locale locale) {
        var badge = badge(supplier, locale);
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .contentType(new MediaType("image", "svg+xml", StandardCharsets.UTF_8))
                .body(badge.svg());
    }

    @GetMapping(value = "/badge.json", produces = "application/json")
    @Operation(summary = "What the badge says", description = "With a snippet of HTML to embed the picture.")
    ResponseEntity<BadgeView> data(@PathVariable String supplier, Locale locale) {
        var badge = badge(supplier, locale);
        var svg = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                + "/badges/%s/badge.svg?lang=%s".formatted(PathSegment.of(supplier), locale.getLanguage());
        var snippet = "<img src=\"%s\" alt=\"%s\" width=\"%d\" height=\"%d\">"
                .formatted(
                        HtmlUtils.htmlEscape(svg, "UTF-8"),
                        HtmlUtils.htmlEscape(badge.inWords(), "UTF-8"),
                        Badge.WIDTH,
                        Badge.HEIGHT);
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(new BadgeView(
                        supplier, badge.title(), badge.value(), badge.sample(), badge.window(), svg, snippet));
    }

    private Badge badge(String supplier, Locale locale) {
        return Badge.of(
                standings.of(new SupplierId(supplier).subject()),
                terms.replyWithin(locale),
                (key, values) -> messages.getMessage(key, values, locale));
    }
}
