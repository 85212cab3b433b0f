using HealthBao.Hub.Trust;
using OpenIddict.Server;

namespace HealthBao.Hub.Partners;

/// <summary>What one call of the token endpoint found out so far, kept with the library's transaction.</summary>
internal static class TokenExchange
{
    private const string AssertionName = "healthbao:assertion";
    private const string ClaimedName = "healthbao:claimed";
    private const string ProvenName = "healthbao:proven";
    private const string FaultName = "healthbao:fault";

    extension(OpenIddictServerTransaction transaction)
    {
        /// <summary>The assertion that was read.</summary>
        public Assertion? Assertion
        {
            get => transaction.GetProperty<Assertion>(AssertionName);
            set => transaction.SetProperty(AssertionName, value);
        }

        /// <summary>Whose assertion it says it is.</summary>
        public Partner? Claimed
        {
            get => transaction.GetProperty<Partner>(ClaimedName);
            set => transaction.SetProperty(ClaimedName, value);
        }

        /// <summary>The partner, once a key of it is known to have signed.</summary>
        public Partner? Proven
        {
            get => transaction.GetProperty<Partner>(ProvenName);
            set => transaction.SetProperty(ProvenName, value);
        }

        /// <summary>Why it was refused, for the log: the caller learns only that it was.</summary>
        public string? Fault
        {
            get => transaction.GetProperty<string>(FaultName);
            set => transaction.SetProperty(FaultName, value);
        }
    }
}
