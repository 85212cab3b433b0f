using HealthBao.Hub.Trust;
using OpenIddict.Server;

namespace HealthBao.Hub.Partners;

/// <summary>What one call of the token endpoint found out so far, kept with the library's transaction.</summary>
internal static class TokenExchange
{
    private const string AssertionName = "healthbao:assertion";
    private const string PartnerName = "healthbao:partner";
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

        /// <summary>Whose assertion it says it is; proven once a key is known to have signed it.</summary>
        public Partner? Partner
        {
            get => transaction.GetProperty<Partner>(PartnerName);
            set => transaction.SetProperty(PartnerName, value);
        }

        /// <summary>Whether a key of the partner is known to have signed.</summary>
        public bool IsProven
        {
            get => transaction.GetProperty<object>(ProvenName) is not null;
            set => transaction.SetProperty(ProvenName, value ? transaction : null);
        }

        /// <summary>Why it was refused, for the log: the caller learns only that it was.</summary>
        public string? Fault
        {
            get => transaction.GetProperty<string>(FaultName);
            set => transaction.SetProperty(FaultName, value);
        }
    }
}
