package org.lethe.privacy.hygiene;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.signal.Destruction;
import org.lethe.privacy.seal.DataKey;
import org.lethe.privacy.seal.ScopeCipher;

/** The ciphers that somebody still holds, so that a destruction reaches their keys in memory. */
public final class LiveCiphers {

    private final Map<ScopeId, List<Handle>> handles = new ConcurrentHashMap<>();
    private final ReferenceQueue<ScopeCipher> dropped = new ReferenceQueue<>();
    private final RecentDestructions recent;

    public LiveCiphers(RecentDestructions recent) {
        this.recent = recent;
    }

    public ScopeCipher track(ScopeCipher cipher) {
        clean();
        handles.compute(
                cipher.scope(),
                (scope, list) -> {
                    List<Handle> all = list == null ? new ArrayList<>(1) : list;
                    all.add(new Handle(cipher, dropped));
                    return all;
                });
        // A destruction whose signal came between the reading of the key and this did not see it.
        recent.find(cipher.scope()).ifPresent(this::forget);
        return cipher;
    }

    /** The scopes that a cipher may be held of. */
    public List<ScopeId> scopes() {
        return List.copyOf(handles.keySet());
    }

    public void forget(Destruction destruction) {
        switch (destruction) {
            case Destruction.Whole whole -> forget(whole.scope());
            case Destruction.AddressAlone address -> forgetAddress(address.scope());
        }
    }

    private void forget(ScopeId scope) {
        List<Handle> list = handles.remove(scope);
        if (list != null) {
            list.forEach(Handle::close);
        }
    }

    private void forgetAddress(ScopeId scope) {
        handles.computeIfPresent(
                scope,
                (id, list) -> {
                    list.forEach(Handle::forgetAddress);
                    return list;
                });
    }

    public void forgetAll() {
        handles.keySet().forEach(this::forget);
    }

    private void clean() {
        for (var ref = dropped.poll(); ref != null; ref = dropped.poll()) {
            Handle handle = (Handle) ref;
            handles.computeIfPresent(
                    handle.scope,
                    (scope, list) -> {
                        list.remove(handle);
                        handle.close();
                        return list.isEmpty() ? null : list;
                    });
        }
    }

    /** Holds the keys, not the cipher: who drops that need not have closed it. */
    private static final class Handle extends WeakReference<ScopeCipher> {

        private final ScopeId scope;
        private final Map<Compartment, DataKey> keys;

        Handle(ScopeCipher cipher, ReferenceQueue<ScopeCipher> queue) {
            super(cipher, queue);
            this.scope = cipher.scope();
            this.keys = cipher.keys();
        }

        void close() {
            keys.values().forEach(DataKey::forget);
        }

        void forgetAddress() {
            DataKey address = keys.get(Compartment.ADDRESS);
            if (address != null) {
                address.forget();
            }
        }
    }
}
