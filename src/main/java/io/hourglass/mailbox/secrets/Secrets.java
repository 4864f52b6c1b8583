package io.hourglass.mailbox.secrets;

import io.hourglass.kernel.ids.SupplierId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The secrets of mailboxes, encrypted. */
public interface Secrets {

    Optional<SealedSecret> find(SupplierId supplier, SecretField field);

    /** In the place of what the mailbox has under that field. */
    void put(SupplierId supplier, SecretField field, SealedSecret secret);

    /** In the place of this one; if the mailbox has another by now, nothing changes. */
    void replace(SupplierId supplier, SecretField field, SealedSecret former, SealedSecret secret);

    /** Of the mailbox this field stays alone. */
    void keepOnly(SupplierId supplier, SecretField field);

    /**
     * Those of some suppliers that one of these keys encrypted, held until the transaction ends.
     *
     * @param keys their ids
     * @param after the supplier after whose they begin, in the database's order; empty for the first
     * @param suppliers of how many at the most
     */
    List<Kept> holdSealedBy(Collection<String> keys, String after, int suppliers);

    /** How many are encrypted by none of these keys. */
    int countSealedByOthers(Collection<String> keys);

    /** A secret and whose it is. */
    record Kept(SupplierId supplier, SecretField field, SealedSecret secret) {}
}
