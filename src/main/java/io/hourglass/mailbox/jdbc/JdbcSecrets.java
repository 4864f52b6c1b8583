package io.hourglass.mailbox.jdbc;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.secrets.SealedSecret;
import io.hourglass.mailbox.secrets.SecretField;
import io.hourglass.mailbox.secrets.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSecrets implements Secrets {

    private final JdbcClient jdbc;

    JdbcSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SealedSecret> find(SupplierId supplier, SecretField field) {
        return jdbc.sql("select * from hourglass.mailbox_secret where supplier = ? and field = ?")
                .params(supplier.value(), field.name())
                .query((row, number) -> read(row).secret())
                .optional();
    }

    @Override
    public void put(SupplierId supplier, SecretField field, SealedSecret secret) {
        var updated = jdbc.sql(
                        "update hourglass.mailbox_secret set key_id = ?, sealed = ? where supplier = ? and field = ?")
                .params(secret.key(), secret.text(), supplier.value(), field.name())
                .update();
        if (updated == 0) {
            jdbc.sql("insert into hourglass.mailbox_secret (supplier, field, key_id, sealed) values (?, ?, ?, ?)")
                    .params(supplier.value(), field.name(), secret.key(), secret.text())
                    .update();
        }
    }

    @Override
    public void replace(SupplierId supplier, SecretField field, SealedSecret former, SealedSecret secret) {
        jdbc.sql(
                        """
                        update hourglass.mailbox_secret set key_id = ?, sealed = ?
                        where supplier = ? and field = ? and sealed = ?""")
                .params(secret.key(), secret.text(), supplier.value(), field.name(), former.text())
                .update();
    }

    @Override
    public void keepOnly(SupplierId supplier, SecretField field) {
        jdbc.sql("delete from hourglass.mailbox_secret where supplier = ? and field <> ?")
                .params(supplier.value(), field.name())
                .update();
    }

    @Override
    public List<Kept> holdSealedBy(Collection<String> keys, String after, int limit) {
        return jdbc.sql(
                        """
                        select * from hourglass.mailbox_secret where key_id = any (?) and supplier > ?
                        order by supplier, field limit ? for update""")
                .params(ids(keys), after, limit)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public int countSealedByOthers(Collection<String> keys) {
        return jdbc.sql("select count(*) from hourglass.mailbox_secret where not (key_id = any (?))")
                .param(ids(keys))
                .query(Integer.class)
                .single();
    }

    private static SqlArrayValue ids(Collection<String> keys) {
        return new SqlArrayValue("varchar", keys.toArray());
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                new SupplierId(row.getString("supplier")),
                SecretField.valueOf(row.getString("field")),
                new SealedSecret(row.getString("key_id"), row.getString("sealed")));
    }
}
