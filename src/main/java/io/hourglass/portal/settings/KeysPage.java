package io.hourglass.portal.settings;

import io.hourglass.access.callers.Scope;
import io.hourglass.access.keys.ApiKey;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys by which systems call: all that were made, a form for a new one, and a page of each by which it is revoked. */
@Page
class KeysPage {

    static final String ADDRESS = "/settings/keys";

    private final KeyRing keys;
    private final CsvFiles csv;
    private final SettingsPageSupport pages;

    KeysPage(KeyRing keys, CsvFiles csv, SettingsPageSupport pages) {
        this.keys = keys;
        this.csv = csv;
        this.pages = pages;
    }

    /**
     * What the form holds.
     *
     * @param broken the field that could not be taken; empty if there is none
     */
    record Form(String name, Set<String> scopes, String broken) {

        /** The least that is of use. */
        static final Form EMPTY = new Form("", Set.of(Scope.READ.name()), "");
    }

    @GetMapping(ADDRESS)
    ModelAndView show() {
        return page(Form.EMPTY, HttpStatus.OK);
    }

    /** The same as a file. */
    @GetMapping(path = ADDRESS, params = CsvList.ASKED)
    void file(HttpServletResponse response) throws IOException {
        var all = keys.all();
        var lastUsed = keys.lastUsed();
        csv.send(
                CsvList.<ApiKey>named("keys")
                        .column("settings.name", ApiKey::name)
                        .column("settings.keys.id", ApiKey::id)
                        .column("settings.keys.scopes", this::scopes)
                        .column("settings.keys.madeAt", ApiKey::madeAt)
                        .column("csv.madeBy", ApiKey::madeBy)
                        .column("settings.keys.lastUsed", key -> lastUsed.get(key.id()))
                        .words(
                                "settings.state",
                                "settings.keys.",
                                key -> key.revokedAt() == null ? "usable" : "isRevoked")
                        .column("csv.revokedAt", ApiKey::revokedAt),
                part -> part.cut(all),
                response);
    }

    private String scopes(ApiKey key) {
        return key.scopes().stream()
                .sorted()
                .map(scope -> pages.say("settings.scope." + scope))
                .collect(Collectors.joining("; "));
    }

    @PostMapping(ADDRESS)
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> scopes,
            RedirectAttributes flash) {
        var wanted = StoredText.typed(name);
        try {
            var made = keys.make(
                    wanted,
                    scopes.stream().map(KeysPage::scope).collect(Collectors.toSet()),
                    SettingsPageSupport.caller());
            flash.addFlashAttribute("secret", made.secret());
            return pages.done(ADDRESS, flash, "settings.keys.made", wanted);
        } catch (InvalidInput e) {
            return page(new Form(wanted, scopes, e.field()), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping(ADDRESS + "/{id}")
    ModelAndView one(@PathVariable String id) {
        var one = new HashMap<String, Object>();
        one.put("key", keys.key(id));
        one.put("lastUsed", keys.lastUsed().get(id));
        return pages.page("key", one, HttpStatus.OK);
    }

    @PostMapping(ADDRESS + "/{id}/revocation")
    ModelAndView revoke(@PathVariable String id, RedirectAttributes flash) {
        ApiKey revoked = keys.revoke(id);
        return pages.done(ADDRESS, flash, "settings.keys.revoked", revoked.name());
    }

    private static Scope scope(String name) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("scopes", name, "of the list"));
    }

    private ModelAndView page(Form form, HttpStatus status) {
        return pages.page(
                "keys",
                Map.of("keys", keys.all(), "lastUsed", keys.lastUsed(), "scopes", Scope.values(), "form", form),
                status);
    }
}
