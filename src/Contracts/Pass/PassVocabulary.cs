using System.Text;
using HealthBao.Contracts.Fhir;

namespace HealthBao.Contracts.Pass;

/// <summary>The fixed words of a pass's claims.</summary>
internal static class PassVocabulary
{
    public const string ApiType = "health-pass+jwt";
    public const string Deflate = "DEF";
    public const string CardType = "https://smarthealth.cards#health-card";
    public const string FhirVersion = "4.0.1";
    public const string PatientUrl = "resource:0";
    public const string ObservationUrl = "resource:1";

    /// <summary>A native code or office code: printable ASCII or Chinese, short.</summary>
    public const int MaxCodeLength = 32;

    public static readonly byte[] ObservationSystem = Encoding.UTF8.GetBytes(FhirSystems.Observation);
    public static readonly byte[] ObservationCode = Encoding.UTF8.GetBytes(FhirSystems.HealthCodeStatus);
    public static readonly byte[] StatusSystem = Encoding.UTF8.GetBytes(FhirSystems.HealthStatus);
    public static readonly byte[] AuthoritySystem = Encoding.UTF8.GetBytes(FhirSystems.Authority);
    public static readonly byte[] NativePrefix = Encoding.UTF8.GetBytes(FhirSystems.NativePrefix);
}
