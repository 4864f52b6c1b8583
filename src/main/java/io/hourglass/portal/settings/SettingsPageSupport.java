package io.hourglass.portal.settings;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Viewer;
import io.hourglass.web.SeeOther;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What all pages of settings have in common: the time on them, whether the reader may act, and what is said after an act. */
@Component
class SettingsPageSupport {

    private final Viewer viewer;
    private final MessageSource messages;

    SettingsPageSupport(Viewer viewer, MessageSource messages) {
        this.viewer = viewer;
        this.messages = messages;
    }

    /** @param content what the template names */
    ModelAndView page(String template, Map<String, ?> content, HttpStatus status) {
        var all = new LinkedHashMap<String, Object>(content);
        all.put("format", viewer.format());
        all.put("mayAct", caller().is(Role.OPERATIONS));
        return new ModelAndView("settings/" + template, all, status);
    }

    /** The answer to a form that did what it asked for: it leads to a page, which says it once. */
    ModelAndView done(String address, RedirectAttributes flash, String key, Object... arguments) {
        flash.addFlashAttribute("said", say(key, arguments));
        return new ModelAndView(SeeOther.to(address));
    }

    /** In the reader's language. */
    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    static Caller caller() {
        return Callers.current().orElseThrow();
    }
}
