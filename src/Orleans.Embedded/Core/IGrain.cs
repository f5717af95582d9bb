using Orleans.Runtime;

namespace Orleans;

/// <summary>Base of every grain interface.</summary>
public interface IGrain : IAddressable;

/// <summary>A grain that is named by a string.</summary>
public interface IGrainWithStringKey : IGrain;

/// <summary>A grain that is named by a 64-bit integer.</summary>
public interface IGrainWithIntegerKey : IGrain;

/// <summary>A grain that is named by a GUID.</summary>
public interface IGrainWithGuidKey : IGrain;
