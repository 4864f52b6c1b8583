package io.hourglass.portal.operations;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Viewer;
import io.hourglass.web.SeeOther;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of operations have in common: the time on them, and whether the reader may act. */
@Component
class OperationsPageSupport {

    private final Viewer viewer;

    OperationsPageSupport(Viewer viewer) {
        this.viewer = viewer;
    }

    ModelAndView page(String template, Map<String, ?> content) {
        return page(template, content, HttpStatus.OK);
    }

    ModelAndView page(String template, Map<String, ?> content, HttpStatus status) {
        var all = new LinkedHashMap<String, Object>(content);
        all.put("format", viewer.format());
        all.put(
                "mayAct",
                Callers.current().filter(OperationsPageSupport::mayAct).isPresent());
        return new ModelAndView("operations/" + template, all, status);
    }

    /** The answer to a form that did what it asked for. */
    static ModelAndView back(String path) {
        return new ModelAndView(SeeOther.to(path));
    }

    private static boolean mayAct(Caller caller) {
        return caller.is(Role.OPERATIONS);
    }
}
