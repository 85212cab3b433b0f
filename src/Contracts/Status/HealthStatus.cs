namespace HealthBao.Contracts.Status;

/// <summary>
/// The shared health-code status: five values and no others. The zero value is the one that claims nothing.
/// Source: GB/T 38961-2020 (colour of the personal health code) narrowed to what the three regions recognise.
/// </summary>
public enum HealthStatus
{
    /// <summary>无法确认. The data contradict each other, a trip is unverified, or the native code is unknown. Never red.</summary>
    CannotConfirm = 0,

    /// <summary>尚未掌握. Nothing is known of the person. Never red, never green, and no pass is made of it.</summary>
    NotHeld = 1,

    /// <summary>未见异常. No list names the person and the person is registered. Not proof of health.</summary>
    NoAbnormality = 2,

    /// <summary>居家观察. Said by the community (社区).</summary>
    HomeObservation = 3,

    /// <summary>集中观察. Said by the CDC (疾控中心).</summary>
    CentralObservation = 4,
}
