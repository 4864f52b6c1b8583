package io.hourglass.portal.supplier;

import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A supplier that is new finds its pages all the same: there is nothing in them yet. */
abstract class SuppliersPage {

    @ExceptionHandler(NothingYet.class)
    ModelAndView nothingYet() {
        return new ModelAndView("supplier/nothing");
    }
}
