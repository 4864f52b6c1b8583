package io.hourglass.bench;

import io.hourglass.bench.contender.CamundaDefaults;
import io.hourglass.bench.contender.Contender.Name;
import io.hourglass.bench.contender.Database;
import io.hourglass.bench.contender.Databases;
import io.hourglass.bench.contender.HourglassItself;
import io.hourglass.bench.contender.PlainJdbc;
import io.hourglass.bench.measure.Meter;
import io.hourglass.bench.trial.Series;
import io.hourglass.bench.work.Slices;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.sla.days.NaturalDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The field: every contender on every database, with its work. */
final class Field implements AutoCloseable {

    private static final int GROUP = 50;

    /** The books of no simulated day close before the idle node's timers have fired in real time. */
    private static final int DAYS_AHEAD = 10;

    private final Databases databases;
    private final Options options;
    private final List<Series> series = new ArrayList<>();

    Field(Databases databases, Options options) {
        this.databases = databases;
        this.options = options;
        for (var kind : Database.Kind.values()) {
            enter(kind);
        }
    }

    List<Series> series() {
        return List.copyOf(series);
    }

    Series onPostgres(Name name) {
        return series.stream()
                .filter(each ->
                        each.contender().name() == name && each.contender().onPostgres())
                .findFirst()
                .orElseThrow();
    }

    /** One more Hourglass, on a database that is new. */
    Series another(Database.Kind kind) {
        var hourglass = new HourglassItself(databases.make(kind), meter(), options.callers());
        return new Series(hourglass, slices(hourglass), options.mode().slice());
    }

    private void enter(Database.Kind kind) {
        var hourglass = new HourglassItself(databases.make(kind), meter(), options.callers());
        var policy = policy(hourglass);
        var mode = options.mode();
        series.add(new Series(hourglass, slices(hourglass), mode.slice()));
        var forDefaults = slices(hourglass);
        var defaults = new CamundaDefaults(databases.make(kind), policy, forDefaults, meter());
        series.add(new Series(defaults, forDefaults, mode.slowSlice()));
        series.add(plain(Name.PLAIN, 1, kind, hourglass));
        series.add(plain(Name.GROUPS, GROUP, kind, hourglass));
    }

    private Series plain(Name name, int group, Database.Kind kind, HourglassItself hourglass) {
        var slices = slices(hourglass);
        var plain = new PlainJdbc(name, group, databases.make(kind), policy(hourglass), slices, meter());
        return new Series(plain, slices, options.mode().slice());
    }

    private Slices slices(HourglassItself hourglass) {
        return new Slices(policy(hourglass), firstDay(hourglass), options.mode().suppliers());
    }

    private Meter meter() {
        return new Meter(options.statements());
    }

    private static ReplyPolicy policy(HourglassItself hourglass) {
        return hourglass.bean(Policies.class).all().get(0);
    }

    private static LocalDate firstDay(HourglassItself hourglass) {
        var now = hourglass.bean(SettableClock.class).instant();
        return NaturalDay.of(now, policy(hourglass).zone()).plusDays(DAYS_AHEAD);
    }

    @Override
    public void close() {
        series.forEach(Series::close);
    }
}
