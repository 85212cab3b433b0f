namespace HealthBao.Contracts.Pass;
/// <summary>stub until merged</summary>
public static class ShcText { /// <summary>stub</summary>
public static string Encode(string jws) => jws; }
