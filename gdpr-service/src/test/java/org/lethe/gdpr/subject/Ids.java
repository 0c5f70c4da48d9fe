package org.lethe.gdpr.subject;

import java.security.SecureRandom;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.VisitId;

/** Ids for tests. */
public final class Ids {

    public static final AccountId ACME = new AccountId("acme");
    public static final AccountId GLOBEX = new AccountId("globex");

    private static final String EPOCH = "t3st";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** Four digits of an address. */
    static String hex() {
        return Integer.toHexString(RANDOM.nextInt(0x1000, 0x10000));
    }

    public static VisitId visit() {
        return VisitId.mint(EPOCH, RANDOM);
    }

    public static ChatId chat() {
        return ChatId.mint(EPOCH, RANDOM);
    }

    public static LetterId letter() {
        return LetterId.mint(EPOCH, RANDOM);
    }

    public static ErasureId erasure() {
        return ErasureId.mint(EPOCH, RANDOM);
    }
}
