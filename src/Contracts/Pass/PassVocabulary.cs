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
}
