package io.elt.submit.yarn;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.UserGroupInformation;

import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.security.PrivilegedExceptionAction;

/** Who is asking: whoever is logged in, the owner of a keytab, or somebody on whose behalf one of these acts. */
final class HadoopUser {
    private final UserGroupInformation user;

    private HadoopUser(UserGroupInformation user) {
        this.user = user;
    }

    /**
     * @throws io.elt.diagnostic.EltException if there is no such login
     */
    static HadoopUser login(YarnConfig.Login login, Configuration hadoop) {
        UserGroupInformation.setConfiguration(hadoop);
        UserGroupInformation real = real(login);
        return new HadoopUser(login.proxyUser()
                .map(name -> UserGroupInformation.createProxyUser(name, real))
                .orElse(real));
    }

    private static UserGroupInformation real(YarnConfig.Login login) {
        try {
            if (login.keytab().isPresent() && UserGroupInformation.isSecurityEnabled()) {
                YarnConfig.Keytab keytab = login.keytab().get();
                UserGroupInformation.loginUserFromKeytab(
                        keytab.principal(), keytab.file().toString());
            }
            UserGroupInformation real = UserGroupInformation.getLoginUser();
            if (UserGroupInformation.isSecurityEnabled()
                    && !real.hasKerberosCredentials()
                    && real.getTokens().isEmpty()) {
                throw YarnErrors.notLoggedIn(real.getUserName());
            }
            return real;
        } catch (IOException e) {
            String who = login.keytab().map(YarnConfig.Keytab::principal).orElse(System.getProperty("user.name"));
            throw YarnErrors.loginFailed(who, e);
        }
    }

    /** Something asked of Hadoop. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws Exception;
    }

    /** Asks in this user's name. */
    <T> T ask(Question<T> question) throws Exception {
        try {
            PrivilegedExceptionAction<T> action = question::ask;
            return user.doAs(action);
        } catch (UndeclaredThrowableException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
