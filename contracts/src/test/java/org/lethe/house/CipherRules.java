package org.lethe.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who seals, who signs, and where what is random comes from. Part of the {@link HouseRules}. */
final class CipherRules {

    /** Where receipts and visitors' tokens are signed, with Tink's JSON Web Tokens. */
    private static final String[] SIGNING = {
        "org.lethe.runtime.caller..", "org.lethe.runtime.store..", "org.lethe.gdpr.receipt.."
    };

    private static final String[] CIPHERS = {
        "com.google.crypto.tink.aead..",
        "com.google.crypto.tink.daead..",
        "com.google.crypto.tink.hybrid..",
        "com.google.crypto.tink.streamingaead..",
        "com.google.crypto.tink.subtle.."
    };

    private static final String SEALING =
            "Aead|DeterministicAead|StreamingAead|HybridEncrypt|HybridDecrypt)";

    private CipherRules() {}

    @ArchTest
    static final ArchRule onlyTheSealTouchesACipher =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.lethe.privacy.seal..", HouseRules.ATTACKER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javax.crypto..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheSealAndSignersKnowTink =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.lethe.privacy.seal..", HouseRules.ATTACKER)
                    .and()
                    .resideOutsideOfPackages(SIGNING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.google.crypto..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule signersOnlySign =
            noClasses()
                    .that()
                    .resideInAnyPackage(SIGNING)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(CIPHERS)
                                    .or(nameMatching("com\\.google\\.crypto\\.tink\\.(" + SEALING)))
                    .allowEmptyShould(true);

    /** Whoever made a source for a request, or had Tink make one, would make many a second. */
    @ArchTest
    static final ArchRule thereIsOneSourceOfRandomBytes =
            noClasses()
                    .that()
                    .resideInAnyPackage(Floors.SHIPPED)
                    .and()
                    .doNotHaveFullyQualifiedName("org.lethe.privacy.seal.Randomness")
                    .should()
                    .accessTargetWhere(
                            target(owner(nameMatching("java\\.security\\.SecureRandom")))
                                    .and(target(nameMatching("<init>|getInstance.*"))))
                    .orShould()
                    .dependOnClassesThat(
                            nameMatching("com\\.google\\.crypto\\.tink\\.(Aead|subtle\\.Random)"))
                    .allowEmptyShould(true);
}
