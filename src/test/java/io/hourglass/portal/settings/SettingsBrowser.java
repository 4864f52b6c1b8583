package io.hourglass.portal.settings;

import static io.hourglass.access.web.As.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.access.callers.Caller;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Reads and sends the pages of settings as a browser does. */
@TestComponent
public class SettingsBrowser {

    private final MockMvc mvc;

    SettingsBrowser(MockMvc mvc) {
        this.mvc = mvc;
    }

    String page(String path, Caller reader) throws Exception {
        return content(mvc.perform(get(URI.create(path)).with(as(reader)))
                .andExpect(status().isOk())
                .andReturn());
    }

    int statusOf(String path, Caller reader) throws Exception {
        return mvc.perform(get(URI.create(path)).with(as(reader)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** @param fields names and values in turn */
    MvcResult send(String path, Caller sender, String... fields) throws Exception {
        var form = post(URI.create(path)).with(as(sender));
        for (var at = 0; at < fields.length; at += 2) {
            form.param(fields[at], fields[at + 1]);
        }
        return mvc.perform(form).andReturn();
    }

    /** Sends a form that is taken, and gives the page to which it leads, with what that says once. */
    String sent(String path, Caller sender, String... fields) throws Exception {
        var done = send(path, sender, fields);
        var answer = done.getResponse();
        if (answer.getStatus() != 303) {
            throw new AssertionError(path + " answered " + answer.getStatus() + ": " + content(done));
        }
        return content(mvc.perform(get(URI.create(String.valueOf(answer.getRedirectedUrl())))
                        .with(as(sender))
                        .flashAttrs(done.getFlashMap()))
                .andExpect(status().isOk())
                .andReturn());
    }

    static String content(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
