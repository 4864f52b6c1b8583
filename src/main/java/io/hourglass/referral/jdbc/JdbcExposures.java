package io.hourglass.referral.jdbc;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.referral.exposure.Exposures;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcExposures implements Exposures {

    private final JdbcClient jdbc;

    JdbcExposures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Place> places(Instant since) {
        return jdbc.sql(
                        """
                        select c.place, count(*) as offered, count(r.first_seen_at) as shown, count(p.supplier) as picked
                        from hourglass.referral r
                        join hourglass.referral_candidate c on c.inquiry = r.inquiry
                        left join hourglass.referral_pick p on p.inquiry = c.inquiry and p.supplier = c.supplier
                        where r.asked_at > ?
                        group by c.place order by c.place""")
                .param(UtcColumn.of(since))
                .query(Place.class)
                .list();
    }

    @Override
    public List<Exposure> ledger(Instant since, long offset, int limit) {
        return jdbc.sql(
                        """
                        select r.inquiry, r.asked, c.supplier, c.place, c.newcomer, r.first_seen_at, p.supplier as picked,
                            r.asked_at
                        from hourglass.referral r
                        join hourglass.referral_candidate c on c.inquiry = r.inquiry
                        left join hourglass.referral_pick p on p.inquiry = c.inquiry and p.supplier = c.supplier
                        where r.asked_at > ?
                        order by r.asked_at desc, r.inquiry, c.place
                        limit ? offset ?""")
                .params(UtcColumn.of(since), limit, offset)
                .query((row, number) -> Exposure.builder()
                        .inquiry(new InquiryId(row.getString("inquiry")))
                        .asked(new SupplierId(row.getString("asked")))
                        .supplier(new SupplierId(row.getString("supplier")))
                        .place(row.getInt("place"))
                        .newcomer(row.getBoolean("newcomer"))
                        .shown(row.getObject("first_seen_at") != null)
                        .picked(row.getString("picked") != null)
                        .at(UtcColumn.read(row, "asked_at"))
                        .build())
                .list();
    }

    @Override
    public List<Gain> gains(Instant since) {
        return jdbc.sql(
                        """
                        select asked, supplier, count(*) as picks from hourglass.referral_pick
                        where picked_at > ? group by asked, supplier order by asked, supplier""")
                .param(UtcColumn.of(since))
                .query((row, number) -> new Gain(
                        new SupplierId(row.getString("asked")),
                        new SupplierId(row.getString("supplier")),
                        row.getInt("picks")))
                .list();
    }
}
