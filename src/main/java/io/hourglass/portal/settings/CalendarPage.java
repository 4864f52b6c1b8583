package io.hourglass.portal.settings;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.hourglass.diagnosis.calendar.SetWorkCalendar;
import io.hourglass.diagnosis.calendar.WorkCalendar;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Working days, hours and holidays of the marketplace, by which the diagnosis explains rates. */
@Page
class CalendarPage {

    static final String ADDRESS = "/settings/calendar";

    private static final Pattern HOLIDAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\s+(\\S.*)");

    private static final CsvList<Map.Entry<LocalDate, String>> HOLIDAYS = CsvList.<Map.Entry<LocalDate, String>>named(
                    "holidays")
            .column("trace.day", Map.Entry::getKey)
            .column("csv.holiday", Map.Entry::getValue);

    private final SetWorkCalendar calendar;
    private final CsvFiles csv;
    private final SettingsPageSupport pages;

    CalendarPage(SetWorkCalendar calendar, CsvFiles csv, SettingsPageSupport pages) {
        this.calendar = calendar;
        this.csv = csv;
        this.pages = pages;
    }

    /**
     * What the form holds.
     *
     * @param holidays one a line: a day and its name
     * @param broken the field that could not be taken; empty if there is none
     */
    record Form(Set<String> days, String from, String to, String holidays, String broken) {

        static Form of(WorkCalendar calendar) {
            var hours = calendar.hours();
            return new Form(
                    hours.days().stream().map(DayOfWeek::name).collect(toSet()),
                    hours.from().toString(),
                    hours.to().toString(),
                    calendar.holidays().entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .collect(joining("\n")),
                    "");
        }
    }

    @GetMapping(ADDRESS)
    ModelAndView show() {
        return page(Form.of(calendar.current()), HttpStatus.OK);
    }

    /** The holidays as a file. */
    @GetMapping(path = ADDRESS, params = CsvList.ASKED)
    void file(HttpServletResponse response) throws IOException {
        var holidays = List.copyOf(calendar.current().holidays().entrySet());
        csv.send(HOLIDAYS, part -> part.cut(holidays), response);
    }

    @PostMapping(ADDRESS)
    ModelAndView set(
            @RequestParam(defaultValue = "") Set<String> days,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String holidays,
            RedirectAttributes flash) {
        try {
            calendar.set(days(days), time("from", from), time("to", to), holidays(holidays));
            return pages.done(ADDRESS, flash, "settings.calendar.said");
        } catch (InvalidInput e) {
            return page(new Form(days, from, to, holidays, e.field()), HttpStatus.BAD_REQUEST);
        }
    }

    private static Set<DayOfWeek> days(Set<String> names) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var name : names) {
            days.add(Stream.of(DayOfWeek.values())
                    .filter(day -> day.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput("days", name, "of the list")));
        }
        return days;
    }

    private static LocalTime time(String field, String typed) {
        try {
            return LocalTime.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new InvalidInput(field, typed, "a time such as 09:00");
        }
    }

    private static SortedMap<LocalDate, String> holidays(String typed) {
        var holidays = new TreeMap<LocalDate, String>();
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var match = HOLIDAY.matcher(line);
            if (!match.matches()) {
                throw new InvalidInput("holidays", line, "a day and its name on each line");
            }
            if (holidays.put(day(match.group(1)), match.group(2).strip()) != null) {
                throw new InvalidInput("holidays", line, "each day on one line");
            }
        });
        return holidays;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new InvalidInput("holidays", typed, "a day such as 2026-10-01");
        }
    }

    private ModelAndView page(Form form, HttpStatus status) {
        var named = new LinkedHashMap<String, String>();
        for (var day : DayOfWeek.values()) {
            named.put(day.name(), day.getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale()));
        }
        return pages.page("calendar", Map.of("form", form, "days", named), status);
    }
}
