package io.hourglass.portal.supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A supplier that is new finds its pages anyway: there is nothing in them yet. */
public abstract class SuppliersPage {

    @ExceptionHandler(SupplierNotKnownYet.class)
    ModelAndView nothingYet(HttpServletRequest request) {
        var looks = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        return new ModelAndView("supplier/nothing", looks ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }
}
