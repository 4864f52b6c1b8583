package io.hourglass.rate.web;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.rate.numbers.TermsInForce;
import io.hourglass.rate.standing.Standings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
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

    private static final Set<String> OF_TRACKS = Set.of("badge.title", "badge.sample");

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
        return picture(new SupplierId(supplier).subject(), locale);
    }

    @GetMapping(value = "/{track}/badge.svg", produces = "image/svg+xml")
    @Operation(
            summary = "The same of another SLA process",
            description = "Of a shop's chat reply rate with CHAT. In the language that `lang` or the header asks for.")
    ResponseEntity<String> picture(@PathVariable String supplier, @PathVariable String track, Locale locale) {
        return picture(new Subject(new Track(track), supplier), locale);
    }

    private ResponseEntity<String> picture(Subject subject, Locale locale) {
        var badge = badge(subject, locale);
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .contentType(new MediaType("image", "svg+xml", StandardCharsets.UTF_8))
                .body(badge.svg());
    }

    @GetMapping(value = "/badge.json", produces = "application/json")
    @Operation(summary = "What the badge says", description = "With a snippet of HTML to embed the picture.")
    ResponseEntity<BadgeView> data(@PathVariable String supplier, Locale locale) {
        return data(new SupplierId(supplier).subject(), PathSegment.of(supplier), locale);
    }

    @GetMapping(value = "/{track}/badge.json", produces = "application/json")
    @Operation(
            summary = "What that badge says",
            description = "Of a shop's chat reply rate with CHAT. With a snippet of HTML to embed the picture.")
    ResponseEntity<BadgeView> data(@PathVariable String supplier, @PathVariable String track, Locale locale) {
        var subject = new Subject(new Track(track), supplier);
        return data(subject, PathSegment.of(supplier) + "/" + subject.track(), locale);
    }

    private ResponseEntity<BadgeView> data(Subject subject, String path, Locale locale) {
        var badge = badge(subject, locale);
        var svg = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                + "/badges/%s/badge.svg?lang=%s".formatted(path, locale.getLanguage());
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
                        subject.id(), badge.title(), badge.value(), badge.sample(), badge.window(), svg, snippet));
    }

    private Badge badge(Subject subject, Locale locale) {
        return Badge.of(
                standings.of(subject),
                terms.replyWithin(locale),
                (key, values) -> messages.getMessage(named(key, subject.track()), values, locale));
    }

    /** A track's rate has words of its own for what it is and what was done in time. */
    private static String named(String key, Track track) {
        return track.isUnnamed() || !OF_TRACKS.contains(key) ? key : key + "." + track;
    }
}
