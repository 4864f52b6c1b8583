package io.hourglass.portal.settings;

import static io.hourglass.chat.ConsultationId.CHAT;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.persons.ErasePerson;
import io.hourglass.persons.ExportPerson;
import io.hourglass.persons.KnownPersons;
import io.hourglass.persons.Person;
import io.hourglass.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is kept of a person: how much, as a file, and erased once that is confirmed. */
@Page
class ErasurePage {

    static final String ADDRESS = "/settings/erasure";

    /** How many are offered to choose from. */
    private static final int OFFERED = 20;

    private final KnownPersons persons;
    private final ExportPerson export;
    private final ErasePerson erase;
    private final SettingsPageSupport pages;

    ErasurePage(KnownPersons persons, ExportPerson export, ErasePerson erase, SettingsPageSupport pages) {
        this.persons = persons;
        this.export = export;
        this.erase = erase;
        this.pages = pages;
    }

    /** @param person the id of a buyer or the name of an account; or a part of those, or of the name of a buyer */
    @GetMapping(ADDRESS)
    ModelAndView show(@RequestParam(defaultValue = "") String person) {
        var typed = StoredText.typed(person);
        if (typed.isEmpty()) {
            return page(typed, null, "", HttpStatus.OK);
        }
        var known = persons.find(typed);
        return known.isPresent() ? page(typed, known.get(), "", HttpStatus.OK) : calledInPart(typed);
    }

    private ModelAndView calledInPart(String typed) {
        ListPage<String> offered;
        try {
            offered = persons.calledInPart(typed, OFFERED);
        } catch (InvalidInput e) {
            return page(typed, null, "person", HttpStatus.BAD_REQUEST);
        }
        return switch (offered.items().size()) {
            case 0 -> page(typed, null, "person", HttpStatus.NOT_FOUND);
            case 1 -> page(typed, persons.called(offered.items().get(0)), "", HttpStatus.OK);
            default -> page(typed, null, "", HttpStatus.OK).addObject("offered", offered);
        };
    }

    @PostMapping(ADDRESS)
    ModelAndView erase(
            @RequestParam String person,
            @RequestParam(defaultValue = "false") boolean confirmed,
            RedirectAttributes flash) {
        var known = persons.called(person);
        var buyer = known.buyer();
        if (buyer == null) {
            throw new NotFound("buyer", person);
        }
        if (!confirmed) {
            return page(person, known, "confirmed", HttpStatus.BAD_REQUEST);
        }
        var erased = erase.erase(buyer);
        flash.addFlashAttribute("saidOf", erased.pseudonym().value());
        return pages.done(ADDRESS, flash, "settings.erasure.done", erased.of(Track.INQUIRY), erased.of(CHAT));
    }

    @PostMapping(ADDRESS + "/data")
    void data(@RequestParam String person, HttpServletResponse response) throws IOException {
        var known = persons.called(person);
        export.note(known);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("person-" + known.id() + ".json", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        export.write(known, response.getOutputStream());
    }

    private ModelAndView page(String typed, @Nullable Person known, String broken, HttpStatus status) {
        var content = new HashMap<String, Object>();
        content.put("typed", typed);
        content.put("known", known);
        var numbers = known == null ? Map.<Track, Integer>of() : persons.numbers(known);
        content.put("inquiries", numbers.getOrDefault(Track.INQUIRY, 0));
        content.put("consultations", numbers.getOrDefault(CHAT, 0));
        content.put("broken", broken);
        return pages.page("erasure", content, status);
    }
}
